/**
 * What a machine has to compute with beside its processor, in words.
 * In: a graphics driver, if there is one. Out: devices and why one cannot be used. Knows no engine.
 */
@NullMarked
package org.unfoldlab.model.engine.device;

import org.jspecify.annotations.NullMarked;
