package org.unfoldlab.model.program.optimize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.unfoldlab.model.network.Shape;
import org.unfoldlab.model.program.Node;
import org.unfoldlab.model.program.Operation;
import org.unfoldlab.model.program.Origin;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.StateAt;

/**
 * A program being written anew: old nodes are taken in order; each is placed, replaced by a node that is placed
 * already, or left out because a later node computes it as well.
 */
final class Rewriting {
    private final Program program;
    private final List<Node> nodes = new ArrayList<>();
    private final int[] renamed;
    private final int[] readers;
    private final Set<Integer> wanted = new HashSet<>();

    Rewriting(Program program) {
        this.program = program;
        renamed = new int[program.nodes().size()];
        Arrays.fill(renamed, -1);
        readers = new int[program.nodes().size()];
        for (Node node : program.nodes()) {
            for (int input : node.inputs()) {
                readers[input]++;
            }
        }
        wanted.addAll(program.states().values());
        wanted.addAll(program.readouts().values());
    }

    Node old(int id) {
        return program.nodes().get(id);
    }

    /** True when one node reads this one, once, and nobody else wants its value. */
    boolean hasOneReader(int id) {
        return readers[id] == 1 && !wanted.contains(id);
    }

    /** New numbers of old nodes that have been placed. */
    List<Integer> renamed(List<Integer> inputs) {
        Integer[] ids = new Integer[inputs.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = renamed(inputs.get(i));
        }
        return List.of(ids);
    }

    private int renamed(int old) {
        if (renamed[old] < 0) {
            throw new IllegalStateException("node " + old + " was left out, but is read");
        }
        return renamed[old];
    }

    /** Places a node as it was. */
    int keep(Node old) {
        return place(old, old.operation(), old.inputs());
    }

    /** Places what now computes an old node, from old inputs. */
    int place(Node old, Operation operation, List<Integer> inputs) {
        int id = add(operation, renamed(inputs), old.shape(), old.origin());
        renamed[old.id()] = id;
        return id;
    }

    /** Places a node that computes no old one, from new inputs. */
    int add(Operation operation, List<Integer> newInputs, Shape shape, Origin origin) {
        nodes.add(new Node(nodes.size(), operation, newInputs, shape, origin));
        return nodes.size() - 1;
    }

    /** Lets a node that is placed compute an old one. */
    void replace(Node old, int by) {
        renamed[old.id()] = by;
    }

    /** A node that is placed. */
    Node placed(int id) {
        return nodes.get(id);
    }

    /** Gives a node that is placed another operation. */
    void change(int id, Operation operation) {
        Node node = nodes.get(id);
        nodes.set(id, new Node(id, operation, node.inputs(), node.shape(), node.origin()));
    }

    Program finished() {
        Map<StateAt, Integer> states = new LinkedHashMap<>();
        program.states().forEach((state, node) -> states.put(state, renamed(node)));
        TreeMap<Integer, Integer> readouts = new TreeMap<>();
        program.readouts().forEach((time, node) -> readouts.put(time, renamed(node)));
        return program.rewritten(nodes, states, readouts);
    }
}
