/**
 * One window for many double clicks. In: files that a second start of the program was asked to open. Out: the same
 * files, handed to the window that is open already. Knows no document and no screen.
 */
@NullMarked
package org.unfoldlab.app.instance;

import org.jspecify.annotations.NullMarked;
