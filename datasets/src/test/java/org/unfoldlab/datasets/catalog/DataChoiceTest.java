package org.unfoldlab.datasets.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unfoldlab.datasets.DatasetException;
import org.unfoldlab.datasets.ImageShape;
import org.unfoldlab.datasets.Splits;
import org.unfoldlab.datasets.shapes.Shapes;

class DataChoiceTest {
    private static final Path DATA = Path.of("data");

    @ParameterizedTest
    @ValueSource(
            strings = {"shapes", "shapes:7", "cifar-10", "cifar-10:/a/b", "mnist", "fashion-mnist:x y", "folder:p:q"})
    void whatIsReadIsWrittenTheSame(String text) throws Exception {
        assertThat(DataChoice.parse(text)).hasToString(text);
    }

    @Test
    void imagesThatAreNotWantedTakeNoRoom() throws Exception {
        ImageShape large = new ImageShape(3, 500, 500);
        Splits splits = DataChoice.parse("shapes").load(DATA, large, 3, 2);
        assertThat(splits.train().size()).isEqualTo(3);
        assertThat(splits.test().size()).isEqualTo(2);
        assertThat(splits.test().sha256())
                .isEqualTo(Shapes.generate(1).test().first(2).inShape(large).sha256());
        assertThatThrownBy(() -> DataChoice.parse("shapes").load(DATA, large))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("at 3x500x500, and 2047 MiB is the most; choose a smaller image size or fewer");
    }

    @Test
    void aSetWithoutAPathLiesInTheFolderOfItsName() throws Exception {
        assertThat(DataChoice.parse("CIFAR-10").place(DATA)).contains(Path.of("data/cifar-10"));
        assertThat(DataChoice.parse("mnist:here").place(DATA)).contains(Path.of("here"));
        assertThat(DataChoice.parse("mnist:~/here").place(DATA))
                .contains(Path.of(System.getProperty("user.home"), "here"));
        assertThat(DataChoice.parse("shapes").place(DATA)).isEmpty();
        assertThat(DataChoice.parse("folder:pics").path()).isEqualTo(Optional.of(Path.of("pics")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cifar|There is no data named \"cifar\"; choose one of shapes, cifar-10, mnist, fashion-mnist, folder",
                "shapes:x|The seed in \"shapes:x\" is no whole number",
                "folder|\"folder\" needs a path",
                "folder:|\"folder\" needs a path"
            })
    void aWrongChoiceIsToldWithARemedy(String text, String message) {
        assertThatThrownBy(() -> DataChoice.parse(text))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void loadsInTheShapeOfTheNetwork() throws Exception {
        Splits splits = DataChoice.parse("shapes:3").load(DATA, new ImageShape(1, 16, 16));

        assertThat(splits.train().shape()).isEqualTo(new ImageShape(1, 16, 16));
        assertThat(splits.notes()).hasSize(1);
    }

    @Test
    void aSetThatIsNotThereIsToldWithItsPlace(@TempDir Path empty) {
        assertThatThrownBy(() -> DataChoice.parse("cifar-10").load(empty, new ImageShape(3, 32, 32)))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(empty.resolve("cifar-10").toString())
                .hasMessageContaining("unfold data download cifar-10");
    }
}
