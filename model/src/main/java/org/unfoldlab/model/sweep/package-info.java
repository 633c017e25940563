/**
 * Sweeps: one network trained with every combination of given settings, and what comes of it over seeds.
 * In: a base document and values. Out: a list of documents, valid or with their problems; a queue; an estimate; mean
 * and spread. Knows no engine, no file and no screen.
 */
@NullMarked
package org.unfoldlab.model.sweep;

import org.jspecify.annotations.NullMarked;
