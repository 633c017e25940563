package org.unfoldlab.datasets.catalog;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.unfoldlab.datasets.ImageShape;
import org.unfoldlab.datasets.catalog.CatalogEntry.Form;
import org.unfoldlab.datasets.files.CifarFiles;
import org.unfoldlab.datasets.files.IdxFiles;
import org.unfoldlab.datasets.shapes.Shapes;

/**
 * The sets that have a name. All sums are SHA-256 and were found alike in several independent sources; where real files
 * were at hand (CIFAR-10 batches 1, 2 and test; Fashion-MNIST's label files and the content of all four), they were
 * computed and agree. The publishers themselves give MD5 sums only (CIFAR-10, Fashion-MNIST) or none (MNIST).
 */
public final class Catalog {
    private Catalog() {}

    /** All sets, the generated one first. */
    public static List<CatalogEntry> entries() {
        return List.of(shapes(), cifar10(), mnist(), fashionMnist());
    }

    /** The entry of a kind; a folder of one's own has none. */
    public static Optional<CatalogEntry> entry(DataKind kind) {
        return entries().stream().filter(entry -> entry.kind() == kind).findFirst();
    }

    private static CatalogEntry shapes() {
        return new CatalogEntry(
                DataKind.SHAPES,
                "Shapes, generated",
                Shapes.classNames(),
                new ImageShape(3, 32, 32),
                Shapes.TRAIN_SIZE,
                Shapes.TEST_SIZE,
                List.of(),
                List.of(),
                "Part of Unfold, Apache-2.0",
                "none needed",
                "none: generated from a seed");
    }

    private static CatalogEntry cifar10() {
        List<KnownFile> archive = List.of(KnownFile.plain(
                CifarFiles.ARCHIVE, 170_052_171, "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd"));
        List<KnownFile> batches = List.of(
                batch("data_batch_1", "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5"),
                batch("data_batch_2", "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed"),
                batch("data_batch_3", "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67"),
                batch("data_batch_4", "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48"),
                batch("data_batch_5", "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add"),
                batch("test_batch", "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b"));
        return new CatalogEntry(
                DataKind.CIFAR_10,
                "CIFAR-10",
                CifarFiles.CLASS_NAMES,
                new ImageShape(3, 32, 32),
                50_000,
                10_000,
                List.of(new Form("", archive), new Form(CifarFiles.FOLDER, batches)),
                List.of(URI.create("https://www.cs.toronto.edu/~kriz/")),
                "none stated",
                "Krizhevsky 2009, Learning Multiple Layers of Features from Tiny Images",
                "SHA-256 from GoMLX and red-datasets, which agree; published: MD5 c32a1d4ab5d03f1284b67883e8d87530 of"
                        + " the archive");
    }

    private static KnownFile batch(String name, String sha256) {
        return KnownFile.plain(name + ".bin", 30_730_000, sha256);
    }

    private static CatalogEntry mnist() {
        return idx(
                DataKind.MNIST,
                "MNIST",
                IdxFiles.MNIST_CLASS_NAMES,
                List.of(
                        new KnownFile(
                                "train-images-idx3-ubyte.gz",
                                9_912_422,
                                "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
                                "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
                        new KnownFile(
                                "train-labels-idx1-ubyte.gz",
                                28_881,
                                "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
                                "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
                        new KnownFile(
                                "t10k-images-idx3-ubyte.gz",
                                1_648_877,
                                "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
                                "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
                        new KnownFile(
                                "t10k-labels-idx1-ubyte.gz",
                                4_542,
                                "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
                                "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2")),
                List.of(
                        URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"),
                        URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/")),
                "none stated by the authors",
                "LeCun, Bottou, Bengio, Haffner 1998, Gradient-Based Learning Applied to Document Recognition",
                "SHA-256 from TensorFlow Datasets; none published by the authors");
    }

    private static CatalogEntry fashionMnist() {
        return idx(
                DataKind.FASHION_MNIST,
                "Fashion-MNIST",
                IdxFiles.FASHION_MNIST_CLASS_NAMES,
                List.of(
                        new KnownFile(
                                "train-images-idx3-ubyte.gz",
                                26_421_880,
                                "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
                                "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"),
                        new KnownFile(
                                "train-labels-idx1-ubyte.gz",
                                29_515,
                                "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
                                "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"),
                        new KnownFile(
                                "t10k-images-idx3-ubyte.gz",
                                4_422_102,
                                "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
                                "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"),
                        new KnownFile(
                                "t10k-labels-idx1-ubyte.gz",
                                5_148,
                                "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
                                "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34")),
                List.of(URI.create(
                        "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/")),
                "MIT, Zalando SE",
                "Xiao, Rasul, Vollgraf 2017, arXiv:1708.07747",
                "SHA-256 from TensorFlow Datasets; published: MD5, in the project's README");
    }

    private static CatalogEntry idx(
            DataKind kind,
            String title,
            List<String> classes,
            List<KnownFile> files,
            List<URI> sources,
            String licence,
            String citation,
            String checksums) {
        return new CatalogEntry(
                kind,
                title,
                classes,
                new ImageShape(1, 28, 28),
                60_000,
                10_000,
                List.of(new Form("", files)),
                sources,
                licence,
                citation,
                checksums);
    }
}
