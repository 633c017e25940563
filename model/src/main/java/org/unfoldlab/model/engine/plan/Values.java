package org.unfoldlab.model.engine.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.unfoldlab.model.program.Parameter;
import org.unfoldlab.model.program.Program;

/** Makes the numbered values of one plan. */
final class Values {
    private final Program program;
    private final Map<Value.Place, Value> named = new HashMap<>();
    private int count;

    Values(Program program) {
        this.program = program;
    }

    Value passing(List<Integer> shape) {
        return new Value(count++, shape, new Value.Place.Passing());
    }

    Value kept(List<Integer> shape) {
        return new Value(count++, shape, new Value.Place.Kept());
    }

    Value learned(String key) {
        return named(new Value.Place.Learned(key), key);
    }

    Value gradient(String key) {
        return named(new Value.Place.Gradient(key), key);
    }

    private Value named(Value.Place place, String key) {
        return named.computeIfAbsent(place, p -> new Value(count++, shapeOf(key), p));
    }

    private List<Integer> shapeOf(String key) {
        Parameter parameter = program.parameters().get(key);
        if (parameter == null) {
            throw new IllegalArgumentException("the program has no parameter " + key);
        }
        return parameter.shape();
    }

    int count() {
        return count;
    }
}
