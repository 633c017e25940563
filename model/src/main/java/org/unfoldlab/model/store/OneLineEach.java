package org.unfoldlab.model.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import java.io.IOException;

/**
 * Lays out a network file for people and for line-wise comparison: one line for each field, and within a list one line
 * for each state or transition.
 */
final class OneLineEach implements PrettyPrinter {
    private static final int BROKEN_LEVELS = 2;
    private int level;

    @Override
    public void writeRootValueSeparator(JsonGenerator out) throws IOException {
        out.writeRaw('\n');
    }

    @Override
    public void writeStartObject(JsonGenerator out) throws IOException {
        out.writeRaw('{');
        level++;
    }

    @Override
    public void beforeObjectEntries(JsonGenerator out) throws IOException {
        breakLine(out, level == 1);
    }

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator out) throws IOException {
        out.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator out) throws IOException {
        separate(out, level == 1);
    }

    @Override
    public void writeEndObject(JsonGenerator out, int count) throws IOException {
        level--;
        breakLine(out, level == 0 && count > 0);
        out.writeRaw('}');
    }

    @Override
    public void writeStartArray(JsonGenerator out) throws IOException {
        out.writeRaw('[');
        level++;
    }

    @Override
    public void beforeArrayValues(JsonGenerator out) throws IOException {
        breakLine(out, level <= BROKEN_LEVELS);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator out) throws IOException {
        separate(out, level <= BROKEN_LEVELS);
    }

    @Override
    public void writeEndArray(JsonGenerator out, int count) throws IOException {
        level--;
        breakLine(out, level < BROKEN_LEVELS && count > 0);
        out.writeRaw(']');
    }

    private void separate(JsonGenerator out, boolean broken) throws IOException {
        out.writeRaw(broken ? "," : ", ");
        breakLine(out, broken);
    }

    private void breakLine(JsonGenerator out, boolean broken) throws IOException {
        if (broken) {
            out.writeRaw('\n');
            out.writeRaw("  ".repeat(level));
        }
    }
}
