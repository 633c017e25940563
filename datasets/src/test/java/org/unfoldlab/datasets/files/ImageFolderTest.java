package org.unfoldlab.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.datasets.DatasetException;
import org.unfoldlab.datasets.ImageShape;
import org.unfoldlab.datasets.Splits;

class ImageFolderTest {
    private static final ImageShape SMALL = new ImageShape(3, 8, 8);

    @TempDir
    Path folder;

    private static void image(Path file, int width, int height, Color colour) throws IOException {
        Files.createDirectories(file.getParent());
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        ImageIO.write(image, "png", file.toFile());
    }

    private void classes(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            image(folder.resolve("cats/c" + i + ".png"), 20 + i, 10, new Color(200, i, 0));
            image(folder.resolve("dogs/d" + i + ".PNG"), 5, 7 + i, new Color(0, i, 200));
        }
    }

    @Test
    void aSixthOfEachClassIsForTestingAndTheSeedDecidesWhich() throws Exception {
        classes(12);

        Splits splits = ImageFolder.read(folder, SMALL, 1);

        assertThat(splits.train().size()).isEqualTo(20);
        assertThat(splits.test().size()).isEqualTo(4);
        assertThat(splits.test().classNames()).containsExactly("cats", "dogs");
        assertThat(splits.notes())
                .containsExactly("A sixth of " + folder + " (4 of 24 images) is set aside for testing.");
        assertThat(ImageFolder.read(folder, SMALL, 1).test().sha256())
                .isEqualTo(splits.test().sha256());
        assertThat(ImageFolder.read(folder, SMALL, 2).test().sha256())
                .isNotEqualTo(splits.test().sha256());
    }

    @Test
    void coloursSurviveResizing() throws Exception {
        classes(6);

        Splits splits = ImageFolder.read(folder, SMALL, 1);

        assertThat(splits.train().value(0, 0, 4, 4)).isEqualTo(200);
        assertThat(splits.train().value(9, 2, 0, 7)).isEqualTo(200);
        assertThat(splits.train().value(9, 0, 0, 7)).isZero();
        assertThat(ImageFolder.read(folder, new ImageShape(1, 4, 4), 1).train().value(9, 0, 0, 0))
                .isBetween(22, 28);
    }

    @Test
    void trainAndTestFoldersAreUsedWhereThereAreSome() throws Exception {
        image(folder.resolve("train/a/1.png"), 9, 9, Color.RED);
        image(folder.resolve("train/b/1.png"), 9, 9, Color.BLUE);
        image(folder.resolve("test/a/1.png"), 9, 9, Color.RED);
        image(folder.resolve("test/b/2.png"), 9, 9, new Color(0, 0, 255, 0));

        Files.createDirectory(folder.resolve("unused"));
        assertThat(ImageFolder.classesIn(folder)).containsExactly("a", "b");
        assertThat(ImageFolder.classesIn(folder.resolve("test"))).containsExactly("a", "b");
        Splits splits = ImageFolder.read(folder, SMALL, 1);

        assertThat(List.of(splits.train().size(), splits.test().size())).containsExactly(2, 2);
        assertThat(splits.test().value(1, 2, 0, 0)).as("transparent is black").isZero();
        Files.delete(folder.resolve("test/b/2.png"));
        Files.delete(folder.resolve("test/b"));
        image(folder.resolve("test/c/2.png"), 9, 9, Color.RED);
        assertThatThrownBy(() -> ImageFolder.read(folder, SMALL, 1))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("have different subfolders ([a, b] and [a, c])");
    }

    @Test
    void problemsNameTheFileOrFolder() throws Exception {
        assertThatThrownBy(() -> ImageFolder.read(folder.resolve("none"), SMALL, 1))
                .hasMessageStartingWith(folder.resolve("none") + " is no folder");
        assertThatThrownBy(() -> ImageFolder.read(folder, SMALL, 1))
                .hasMessageStartingWith(folder + " has 0 subfolders");
        classes(2);
        Path broken = Files.writeString(folder.resolve("cats/broken.png"), "no image");
        assertThatThrownBy(() -> ImageFolder.read(folder, SMALL, 1))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith(broken.toString());
        Files.delete(broken);
        Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> ImageFolder.read(folder, SMALL, 1))
                .hasMessageStartingWith(folder.resolve("empty") + " holds no image");
    }
}
