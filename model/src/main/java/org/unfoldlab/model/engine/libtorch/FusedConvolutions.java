package org.unfoldlab.model.engine.libtorch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.IntType;
import org.bytedeco.pytorch.NumberType;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.OperatorHandleOptional;
import org.bytedeco.pytorch.OperatorName;
import org.bytedeco.pytorch.OptionalType;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.Type;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.engine.plan.Instruction;

/*
 * oneDNN can pass a convolution's sums through a ReLU, or add them to what is in memory, while they are still in
 * registers. LibTorch has that as operators without C++ functions, so they are called by name, with their arguments on a
 * stack, which holds the result afterwards. What the stack gives out is a tensor inside of itself: it has to be copied
 * (the handle, not the numbers) before the stack goes.
 */
/** Convolutions in float32 on the processor that spare a pass over their output. */
final class FusedConvolutions implements AutoCloseable {
    private static final String OPERATOR = "mkldnn::_convolution_pointwise";

    private final OperatorHandle thenRelu;
    private final OperatorHandle ontoSum;
    private final IValue nothing = new IValue();
    private final IValue one = new IValue(1L);
    private final IValue relu = new IValue("relu");
    private final IValue add = new IValue("add");
    private final IValue noWord = new IValue("");
    private final IValue noNumbers;
    private final Map<Integer, IValue> twice = new HashMap<>();

    private FusedConvolutions(OperatorHandle thenRelu, OperatorHandle ontoSum) {
        this.thenRelu = thenRelu;
        this.ontoSum = ontoSum;
        Type.TypePtr number = new Type.TypePtr(NumberType.getNumberIntTypePtr().get());
        noNumbers = new IValue(new GenericList(OptionalType.get(number)));
        own().forEach(pointer -> pointer.retainReference());
    }

    private List<Pointer> own() {
        return List.of(thenRelu, ontoSum, nothing, one, relu, add, noWord, noNumbers);
    }

    /** Empty where LibTorch was built without oneDNN. */
    static Optional<FusedConvolutions> find() {
        try (PointerScope scope = new PointerScope()) {
            return operator(OPERATOR, "")
                    .flatMap(thenRelu -> operator(OPERATOR + "_", "binary")
                            .map(ontoSum -> new FusedConvolutions(thenRelu, ontoSum)));
        }
    }

    private static Optional<OperatorHandle> operator(String name, String overload) {
        OperatorHandleOptional found = Dispatcher.singleton().findSchema(new OperatorName(name, overload));
        return Optional.of(found)
                .filter(OperatorHandleOptional::has_value)
                .map(present -> new OperatorHandle(present.get()))
                .filter(handle -> handle.hasKernelForDispatchKey(torch.DispatchKey.CPU));
    }

    /** max(0, w ∗ x + bias). */
    Tensor relu(Tensor x, Tensor w, @Nullable Tensor bias, Instruction.Geometry geometry) {
        IValue shift = bias == null ? nothing : new IValue(bias);
        return called(
                thenRelu, List.of(new IValue(x), new IValue(w), shift), geometry, List.of(relu, noNumbers, noWord));
    }

    /** sum ← sum + w ∗ x. */
    void addTo(Tensor sum, Tensor x, Tensor w, Instruction.Geometry geometry) {
        called(
                ontoSum,
                List.of(new IValue(sum), new IValue(x), new IValue(w), nothing),
                geometry,
                List.of(add, nothing, nothing, noNumbers, nothing));
    }

    /** The stack from below: arrays; padding, stride, dilation and groups; how the convolution finishes. */
    private Tensor called(
            OperatorHandle operator, List<IValue> arrays, Instruction.Geometry geometry, List<IValue> finish) {
        List<IValue> arguments = new ArrayList<>(arrays);
        arguments.addAll(List.of(twice(geometry.padding()), twice(geometry.stride()), twice(1), one));
        arguments.addAll(finish);
        IValueVector stack = new IValueVector(arguments.toArray(IValue[]::new));
        operator.callBoxed(stack);
        return new Tensor(stack.get(0).toTensor());
    }

    private IValue twice(int length) {
        return twice.computeIfAbsent(length, made -> {
            GenericList both =
                    new GenericList(new Type.TypePtr(IntType.getIntTypePtr().get()));
            both.push_back(new IValue((long) made));
            both.push_back(new IValue((long) made));
            return new IValue(both).retainReference();
        });
    }

    @Override
    public void close() {
        own().forEach(pointer -> pointer.close());
        twice.values().forEach(pointer -> pointer.close());
    }
}
