/**
 * The trainer: schedules, checkpoints, the worker and its protocol.
 * In: a network, a data set, an engine. Out: events and a run folder. Knows no screen.
 */
@NullMarked
package org.unfoldlab.model.train;

import org.jspecify.annotations.NullMarked;
