package org.unfoldlab.model.engine.plan;

import org.unfoldlab.model.program.Node;

/**
 * An instruction and the node that it computes or whose gradient it passes on.
 */
public record Scheduled(Instruction instruction, Node node) {}
