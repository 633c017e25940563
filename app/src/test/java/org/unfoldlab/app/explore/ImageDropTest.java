package org.unfoldlab.app.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageDropTest {
    @Test
    void theFirstImageIsTakenWhateverItsNameIsWrittenLike() {
        List<File> files = List.of(new File("notes.txt"), new File("Cat.PNG"), new File("dog.jpeg"));
        assertThat(ImageDrop.first(files)).contains(Path.of("Cat.PNG"));
    }

    @Test
    void networksAndTextAreNotTaken() {
        assertThat(ImageDrop.first(List.of(new File("net.unfold"), new File("png"))))
                .isEmpty();
    }
}
