/**
 * A program as a static plan over ND4J: buffers and op contexts made once, nothing allocated inside a step.
 * In: programs. Out: executables. The only engine package that knows ND4J's operations.
 */
@NullMarked
package org.unfoldlab.model.engine.nd4j;

import org.jspecify.annotations.NullMarked;
