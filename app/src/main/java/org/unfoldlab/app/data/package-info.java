/**
 * Choosing the images to learn from: what is here, what can be fetched, what lies elsewhere. In: the catalogue and the
 * data folder. Out: one undoable edit of the document. Reads no image.
 */
@NullMarked
package org.unfoldlab.app.data;

import org.jspecify.annotations.NullMarked;
