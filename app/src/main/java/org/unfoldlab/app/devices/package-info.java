/**
 * Where the window computes: what graphics cards there are, and the libraries that they need.
 * In: what another process of this program found, files of a repository. Out: a chip in the header, a card, jars in the
 * user's folder. Loads no engine and no driver into the window.
 */
@NullMarked
package org.unfoldlab.app.devices;

import org.jspecify.annotations.NullMarked;
