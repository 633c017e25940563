/**
 * The open document: its edits with undo, what the checker says of it and what it unrolls to, and the view that draws
 * it. In: documents from files, edits proposed by views. Out: read-only properties. Knows no run and no engine.
 */
@NullMarked
package org.unfoldlab.app.editor;

import org.jspecify.annotations.NullMarked;
