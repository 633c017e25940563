package org.unfoldlab.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The boundaries of ARCHITECTURE.md: data goes one way, and each library is known in one place. */
@AnalyzeClasses(packages = "org.unfoldlab", importOptions = ImportOption.DoNotIncludeTests.class)
class BoundariesTest {
    @ArchTest
    static final ArchRule onlyVizAndAppDrawWithJavaFx = noClasses()
            .that()
            .resideOutsideOfPackages("org.unfoldlab.viz..", "org.unfoldlab.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "com.sun.javafx..", "atlantafx..", "eu.hansolo..", "org.kordamp..")
            .because("the same model trains from the command line, in tests and in a worker");

    @ArchTest
    static final ArchRule commandsWorkWithoutAWindow = noClasses()
            .that()
            .resideInAPackage("org.unfoldlab.app.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "org.unfoldlab.viz..")
            .because("a terminal may have neither a display nor GTK");

    @ArchTest
    static final ArchRule onlyEnginesKnowNd4j = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.unfoldlab.model.engine.nd4j..",
                    "org.unfoldlab.model.engine.folded..",
                    "org.unfoldlab.model.engine.unfolded..",
                    "org.unfoldlab.model.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.nd4j..")
            .because("an engine is exchangeable; the two sides of the equivalence compute with ND4J's arrays");

    @ArchTest
    static final ArchRule onlyTheUnfoldedSideKnowsDl4j = noClasses()
            .that()
            .resideOutsideOfPackage("org.unfoldlab.model.engine.unfolded..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.deeplearning4j..")
            .because("DL4J's graph is the explicit feed-forward network of the equivalence and nothing else");

    @ArchTest
    static final ArchRule onlyItsEngineKnowsLibTorch = noClasses()
            .that()
            .resideOutsideOfPackage("org.unfoldlab.model.engine.libtorch..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.bytedeco.pytorch..")
            .because("an engine is exchangeable");

    @ArchTest
    static final ArchRule vizOnlyDraws = noClasses()
            .that()
            .resideInAPackage("org.unfoldlab.viz..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.unfoldlab.model.engine..",
                    "org.unfoldlab.model.train..",
                    "org.unfoldlab.model.store..",
                    "org.unfoldlab.app..")
            .because("a drawing shows documents, programs and run records, and proposes edits");

    @ArchTest
    static final ArchRule dataSetsStandAlone = noClasses()
            .that()
            .resideInAPackage("org.unfoldlab.datasets..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.unfoldlab.model..", "org.unfoldlab.viz..", "org.unfoldlab.app..")
            .because("images exist before any network sees them");

    @ArchTest
    static final ArchRule theDrawingKnowsNoProgram = noClasses()
            .that()
            .resideInAPackage("org.unfoldlab.model.graph..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.unfoldlab.model.network..",
                    "org.unfoldlab.model.program..",
                    "org.unfoldlab.model.engine..",
                    "org.unfoldlab.model.train..",
                    "org.unfoldlab.model.result..",
                    "org.unfoldlab.model.store..")
            .because("data goes one way: graph, network, program, engine");

    @ArchTest
    static final ArchRule aNetworkKnowsNoTimeExpansion = noClasses()
            .that()
            .resideInAPackage("org.unfoldlab.model.network..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.unfoldlab.model.program..",
                    "org.unfoldlab.model.engine..",
                    "org.unfoldlab.model.train..",
                    "org.unfoldlab.model.store..")
            .because("checking comes before unrolling");

    @ArchTest
    static final ArchRule aProgramKnowsNoEngine = noClasses()
            .that()
            .resideInAPackage("org.unfoldlab.model.program..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.unfoldlab.model.engine..", "org.unfoldlab.model.train..", "org.unfoldlab.model.store..")
            .because("every engine executes the same program");

    @ArchTest
    static final ArchRule anEngineKnowsNoDataAndNoTraining = noClasses()
            .that()
            .resideInAPackage("org.unfoldlab.model.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.unfoldlab.datasets..", "org.unfoldlab.model.train..", "org.unfoldlab.model.store..")
            .because("an engine is given arrays and gives arrays");

    @ArchTest
    static final ArchRule resultsAreRecordsAlone = noClasses()
            .that()
            .resideInAPackage("org.unfoldlab.model.result..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.unfoldlab.model.engine..", "org.unfoldlab.model.train..", "org.unfoldlab.model.store..")
            .because("a run record alone draws every plot");

    @ArchTest
    static final ArchRule filesKnowNoEngine = noClasses()
            .that()
            .resideInAPackage("org.unfoldlab.model.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.unfoldlab.model.engine..", "org.unfoldlab.model.train..")
            .because("a run folder can be read where nothing can be computed");

    @ArchTest
    static final ArchRule noCircles =
            slices().matching("org.unfoldlab.model.(*)..").should().beFreeOfCycles();
}
