/**
 * Which data there is: what {@code --data NAME[:PATH]} means, where each set lies, whether it is there and whole, and
 * how to fetch it.
 *
 * <p>In: a choice as text, the folder for data that the caller names. Out: {@link org.unfoldlab.datasets.Splits}, or
 * files checked against published SHA-256 sums. Downloads only when asked, over https; a file is written beside its
 * place, checked, then renamed; what is wrong is kept under another name. Knows no user interface: progress is a
 * callback, cancelling a question asked now and then.
 */
@NullMarked
package org.unfoldlab.datasets.catalog;

import org.jspecify.annotations.NullMarked;
