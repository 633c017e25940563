/**
 * What this program is made of, and how to tell of a problem. In: the class path, the notices, logs and settings. Out:
 * cards, and a file of text that the user may send to whom they like. Sends nothing anywhere.
 */
@NullMarked
package org.unfoldlab.app.about;

import org.jspecify.annotations.NullMarked;
