/**
 * Lays a program out as a flat list of instructions over numbered arrays: forward, then its adjoint, and how long each
 * array must live.
 * In: a program and what it shall serve. Out: a schedule and offsets in one arena. Knows no library that computes.
 */
@NullMarked
package org.unfoldlab.model.engine.plan;

import org.jspecify.annotations.NullMarked;
