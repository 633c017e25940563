package org.unfoldlab.model.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.store.Presets;

class EditsTest {
    /** Random changes, many of them senseless, as hands and scripts make them. */
    private static final List<BiFunction<NetworkDocument, Random, NetworkDocument>> CHANGES = List.of(
            (d, r) -> StateEdits.add(d, StateEdits.suggested(d), Optional.empty()),
            (d, r) -> StateEdits.add(d, StateEdits.suggested(d), Optional.of(place(r))),
            (d, r) -> StateEdits.move(d, Map.of(state(d, r), place(r))),
            (d, r) -> StateEdits.rename(d, state(d, r), "S" + r.nextInt(12)),
            (d, r) -> d.states().size() > 8 ? d : StateEdits.duplicate(d, List.of(state(d, r), state(d, r))),
            (d, r) -> StateEdits.delete(d, List.of(state(d, r)), r.nextBoolean()),
            (d, r) -> StateEdits.moveToRow(d, state(d, r), r.nextInt(6)),
            (d, r) -> StateEdits.readOut(d, state(d, r)),
            (d, r) -> StateEdits.readOutAt(d, r.nextInt(9)),
            (d, r) -> StateEdits.insert(d, transition(d, r), StateEdits.suggested(d), Optional.empty()),
            (d, r) -> TransitionEdits.connect(d, state(d, r), state(d, r)),
            (d, r) -> TransitionEdits.connect(d, state(d, r), state(d, r)),
            (d, r) -> TransitionEdits.delete(d, List.of(transition(d, r))),
            (d, r) -> TransitionEdits.mute(d, List.of(transition(d, r)), r.nextBoolean()),
            (d, r) -> TransitionEdits.setFunction(d, transition(d, r), "BRCx" + (1 + r.nextInt(9))),
            (d, r) -> TransitionEdits.setWindow(d, transition(d, r), "1..T-" + r.nextInt(4)),
            (d, r) -> TransitionEdits.setShortcut(
                    d, transition(d, r), List.of(Shortcut.values()).get(r.nextInt(5))),
            (d, r) -> SharingEdits.tie(d, steps(d, r), 1 + r.nextInt(4)),
            (d, r) -> SharingEdits.untie(d, steps(d, r)),
            (d, r) -> r.nextInt(5) == 0 ? SharingEdits.none(d) : SharingEdits.overTime(d),
            (d, r) -> StateEdits.move(d, LayeredLayout.of(d)));

    private static String state(NetworkDocument d, Random r) {
        return d.states().isEmpty()
                ? "V1"
                : d.states().get(r.nextInt(d.states().size())).name();
    }

    private static String transition(NetworkDocument d, Random r) {
        return d.transitions().isEmpty()
                ? "V1-V1"
                : d.transitions().get(r.nextInt(d.transitions().size())).id();
    }

    private static List<Step> steps(NetworkDocument d, Random r) {
        return List.of(new Step(transition(d, r), 1 + r.nextInt(6)), new Step(transition(d, r), 1 + r.nextInt(6)));
    }

    private static Layout.Position place(Random r) {
        return new Layout.Position(r.nextInt(400), r.nextInt(400));
    }

    @Property(tries = 12)
    void aThousandEditsUndoneAndRedoneGiveEqualDocuments(@ForAll long seed) {
        Random random = new Random(seed);
        EditHistory history = EditHistory.startingAt(frnn());
        Set<NetworkDocument> passed = new HashSet<>(List.of(history.document()));
        for (int i = 0; i < 1000; i++) {
            int kind = random.nextInt(CHANGES.size());
            NetworkDocument after = CHANGES.get(kind).apply(history.document(), random);
            history = history.with(new Edit("change " + kind, random.nextInt(3) == 0, history.document(), after));
            history = random.nextInt(10) == 0 ? history.closed() : history;
            passed.add(history.document());
        }
        NetworkDocument end = history.document();
        int steps = history.done().size();
        for (int i = 0; i < steps; i++) {
            history = history.undo();
            assertThat(passed).contains(history.document());
        }
        assertThat(history.document()).isEqualTo(frnn());
        for (int i = 0; i < steps; i++) {
            history = history.redo();
        }
        assertThat(history.document()).isEqualTo(end);
    }

    private static NetworkDocument frnn() {
        return Presets.find("3-state-frnn").orElseThrow().document();
    }

    private static NetworkDocument empty() {
        return frnn().edit()
                .states(List.of())
                .transitions(List.of())
                .layout(Layout.EMPTY)
                .readout(new Readout("", 5))
                .build();
    }

    @Test
    void aDragIsOneStepOfUndo() {
        EditHistory history = EditHistory.startingAt(frnn());
        for (int x = 0; x < 50; x++) {
            NetworkDocument moved =
                    StateEdits.move(history.document(), Map.of(stateName(0), new Layout.Position(x, 0)));
            history = history.with(Edit.moving("Move", history.document(), moved));
        }
        assertThat(history.done()).hasSize(1);
        assertThat(history.undo().document()).isEqualTo(frnn());
    }

    @Test
    void twoDragsAreTwoSteps() {
        NetworkDocument start = frnn();
        NetworkDocument first = StateEdits.readOutAt(start, 6);
        NetworkDocument second = StateEdits.readOutAt(first, 7);
        EditHistory history = EditHistory.startingAt(start)
                .with(Edit.moving("Set T", start, first))
                .closed()
                .with(Edit.moving("Set T", first, second));
        assertThat(history.done()).hasSize(2);
        assertThat(history.undo().redoLabel()).contains("Set T");
    }

    private static String stateName(int row) {
        return frnn().states().get(row).name();
    }

    @Test
    void aNewNameReachesTransitionsReadoutGroupsAndLayout() {
        String top = stateName(2);
        NetworkDocument painted = SharingEdits.tie(frnn(), List.of(new Step(top + "-" + top, 2)), 1);
        NetworkDocument renamed = StateEdits.rename(painted, top, "IT");
        assertThat(renamed.toString()).doesNotContain(top + "-").doesNotContain("-" + top);
        assertThat(renamed.readout().state()).isEqualTo("IT");
        assertThat(renamed.layout().positions()).containsKey("IT").doesNotContainKey(top);
        assertThat(StateEdits.rename(renamed, "IT", top)).isEqualTo(painted);
    }

    @Test
    void aTakenNameIsRefusedInOneSentence() {
        assertThat(StateEdits.nameProblem(frnn(), stateName(1)))
                .contains("There is a state " + stateName(1) + " already.");
        assertThat(StateEdits.rename(frnn(), stateName(0), stateName(1))).isEqualTo(frnn());
    }

    @Test
    void whatIsDrawnFromAnEmptyBoardIsReadOutAndFits() {
        NetworkDocument drawn = StateEdits.add(empty(), StateEdits.suggested(empty()), Optional.empty());
        drawn = StateEdits.add(drawn, StateEdits.suggested(drawn), Optional.empty());
        drawn = TransitionEdits.connect(drawn, "V1", "V1");
        drawn = TransitionEdits.connect(drawn, "V1", "V2");
        drawn = TransitionEdits.connect(drawn, "V2", "V1");
        assertThat(drawn.states()).containsExactly(new State("V1", 16, 32, 32), new State("V2", 32, 16, 16));
        assertThat(drawn.readout().state()).isEqualTo("V1");
        assertThat(drawn.transitions())
                .containsExactly(
                        new Transition("V1", "V1", "BRCx2", Shortcut.IDENTITY),
                        new Transition("V1", "V2", "BRCx2", Shortcut.NONE),
                        new Transition("V2", "V1", "BRDx2", Shortcut.NONE));
    }

    @Test
    void deletingInTheMiddleCanReconnect() {
        NetworkDocument chain =
                Presets.find("4-state-frnn-adjacent").orElseThrow().document();
        NetworkDocument cut = StateEdits.delete(chain, List.of("V2"), false);
        NetworkDocument mended = StateEdits.delete(chain, List.of("V2"), true);
        assertThat(StateEdits.canReconnect(chain, List.of("V2"))).isTrue();
        assertThat(cut.transition("V1-V4")).isEmpty();
        assertThat(mended.transition("V1-V4")).map(Transition::function).contains("BRCx2");
        assertThat(mended.transition("V4-V1")).map(Transition::function).contains("BRDx2");
    }

    @Test
    void aStateDroppedOnAnEdgeTakesItsPlaceInTheOrder() {
        NetworkDocument chain =
                Presets.find("4-state-frnn-adjacent").orElseThrow().document();
        NetworkDocument grown = StateEdits.insert(chain, "V2-V4", new State("V3", 24, 16, 16), Optional.empty());
        assertThat(grown.states().stream().map(State::name)).containsExactly("V1", "V2", "V3", "V4", "IT");
        assertThat(grown.transition("V2-V4")).isEmpty();
        assertThat(grown.transition("V2-V3")).isPresent();
        assertThat(grown.transition("V3-V4")).isPresent();
    }

    @Test
    void untyingOneStepAndTyingItAgainIsSharingOverTime() {
        Step step = SharingEdits.steps(frnn(), frnn().transitions().get(0)).get(0);
        NetworkDocument untied = SharingEdits.untie(frnn(), List.of(step));
        assertThat(untied.sharing()).isInstanceOf(Sharing.Groups.class);
        int group = groupOf(untied, step.transition());
        assertThat(SharingEdits.tie(untied, List.of(step), group).sharing()).isEqualTo(new Sharing.OverTime());
    }

    @Test
    void stepsThatALaterReadoutAddsShareAsTheStepsBeforeThem() {
        NetworkDocument document = StateEdits.readOutAt(frnn(), 5);
        Step untied = new Step("V1-V1", 2);
        Step lastUntied = new Step("V2-V2", 4);
        NetworkDocument painted = SharingEdits.untie(document, List.of(untied, lastUntied));
        NetworkDocument later = StateEdits.readOutAt(painted, 7);
        assertThat(listed(later)).contains("V1-V1@5", "V1-V1@6").doesNotContain("V1-V1@2", "V2-V2@4", "V2-V2@5");
        assertThat(StateEdits.readOutAt(StateEdits.readOutAt(painted, 3), 5).sharing())
                .isEqualTo(painted.sharing());
    }

    @Test
    void aGroupThatLosesItsLastStepLeavesTheLettersOfTheOthersAlone() {
        List<Step> first =
                SharingEdits.steps(frnn(), TransitionOrder.lettered(frnn()).get(0));
        NetworkDocument painted = SharingEdits.tie(frnn(), first, 2);
        List<List<String>> groups = ((Sharing.Groups) painted.sharing()).groups();
        assertThat(groups.get(0)).isEmpty();
        assertThat(groups.get(1)).contains(first.get(0).toString());
        assertThat(SharingEdits.freshGroup(painted)).isEqualTo(1);
        assertThat(SharingEdits.tie(painted, first, 1).sharing()).isEqualTo(new Sharing.OverTime());
    }

    private static List<String> listed(NetworkDocument document) {
        return ((Sharing.Groups) document.sharing())
                .groups().stream().flatMap(List::stream).toList();
    }

    private static int groupOf(NetworkDocument document, String transition) {
        List<List<String>> groups = ((Sharing.Groups) document.sharing()).groups();
        for (int g = 0; g < groups.size(); g++) {
            if (groups.get(g).stream().anyMatch(step -> step.startsWith(transition + "@"))) {
                return g + 1;
            }
        }
        throw new AssertionError("no group for " + transition);
    }

    @Test
    void aNetworkPastedOntoAnEmptyBoardIsReadOutAtItsTop() {
        List<String> all = frnn().states().stream().map(State::name).toList();
        NetworkDocument pasted = GraphText.copyOf(frnn(), all).pasteInto(empty());
        assertThat(pasted.readout().state()).isEqualTo(stateName(2));
    }

    @Test
    void copiedTextPastesUnderFreeNames() {
        NetworkDocument chain = Presets.find("2-state-resnet").orElseThrow().document();
        List<String> all = chain.states().stream().map(State::name).toList();
        String text = GraphText.copyOf(chain, all).toString();
        NetworkDocument pasted = GraphText.parse(text).orElseThrow().pasteInto(chain);
        assertThat(pasted.states()).hasSize(4);
        assertThat(pasted.transitions()).hasSize(2 * chain.transitions().size());
        assertThat(pasted.readout()).isEqualTo(chain.readout());
        assertThat(GraphText.parse("a letter to a friend")).isEmpty();
    }

    @Test
    void aHistoryKnowsHowManyEditsAgoTheDocumentWasAnother() {
        NetworkDocument first = frnn();
        NetworkDocument second = first.edit().title("second").build();
        NetworkDocument third = first.edit().title("third").build();
        EditHistory history = EditHistory.startingAt(first)
                .with(Edit.once("a", first, second))
                .with(Edit.once("b", second, third));
        assertThat(history.editsSince(third)).hasValue(0);
        assertThat(history.editsSince(second)).hasValue(1);
        assertThat(history.editsSince(first)).hasValue(2);
        assertThat(history.undo().editsSince(third)).as("not yet").isEmpty();
    }
}
