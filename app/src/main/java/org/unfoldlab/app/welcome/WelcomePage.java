package org.unfoldlab.app.welcome;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.unfoldlab.app.shell.Hints;

/** What a stranger sees first. */
public final class WelcomePage extends HBox {
    private static final double LEFT_WIDTH = 316;
    private final WelcomeActions actions;
    private final VBox recent = new VBox(4);
    private final TilePane cards = new TilePane();
    private final Hyperlink back = new Hyperlink("Back to the network");

    public WelcomePage(WelcomeActions actions) {
        this.actions = actions;
        getStyleClass().add("welcome");
        getChildren().addAll(left(), right());
    }

    /** Shows the networks to start from. */
    public void showNetworks(List<StartNetwork> networks) {
        cards.getChildren()
                .setAll(networks.stream()
                        .map(network -> new NetworkCard(network, () -> actions.start(network)))
                        .toList());
    }

    /** From now on there is a network behind this page. */
    public void offerWayBack() {
        back.setVisible(true);
    }

    /** Shows files opened lately. */
    public void showRecent(List<RecentRow> rows) {
        recent.getChildren().setAll(rows.stream().map(this::row).toList());
    }

    private Node left() {
        Label title = new Label("Unfold");
        title.getStyleClass().add("welcome-title");
        Label text = new Label("A recurrent graph and a deep residual network are the same thing."
                + " Give it more time and it gets deeper, and better.");
        text.getStyleClass().add("welcome-text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        Node demo = wide(Hints.button("Start the demo", actions.demo(), MaterialDesignP.PLAY, "primary", "large"));
        HBox files = new HBox(12, wide(newNetwork()), wide(open()));
        Label heading = new Label("Recent");
        heading.getStyleClass().add("section");
        VBox recentBox = new VBox(8, heading, recent);
        recentBox.visibleProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(recent.getChildren()));
        VBox box = new VBox(16, logo(), title, text, demo, files, recentBox, links());
        box.setMinWidth(LEFT_WIDTH);
        box.setPrefWidth(LEFT_WIDTH);
        box.setMaxWidth(LEFT_WIDTH);
        return box;
    }

    private Node newNetwork() {
        return Hints.button("New", actions.newNetwork(), MaterialDesignP.PLUS);
    }

    private Node open() {
        return Hints.button("Open…", actions.open(), MaterialDesignF.FOLDER);
    }

    private static Node wide(Node button) {
        if (button instanceof Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
        }
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    private Node links() {
        Hyperlink settings = new Hyperlink("Settings");
        settings.setOnAction(event -> actions.settings().run());
        Hyperlink about = new Hyperlink("What is this?");
        about.setOnAction(event -> actions.about().run());
        back.setId("back-to-network");
        back.setOnAction(event -> actions.back().run());
        back.setVisible(false);
        back.managedProperty().bind(back.visibleProperty());
        return new HBox(16, back, about, settings);
    }

    private static Node logo() {
        ImageView view = new ImageView(
                new Image(String.valueOf(WelcomePage.class.getResource("icon-512.png")), 140, 140, true, true));
        view.setFitWidth(70);
        view.setFitHeight(70);
        return view;
    }

    private Node right() {
        Label title = new Label("Start from a network");
        title.getStyleClass().add("page-title");
        Label line = new Label("Folded on the left, unfolded on the right");
        line.getStyleClass().add("muted");
        cards.setHgap(12);
        cards.setVgap(12);
        cards.setPrefTileWidth(NetworkCard.WIDTH);
        cards.setPrefTileHeight(NetworkCard.HEIGHT);
        cards.setTileAlignment(Pos.TOP_LEFT);
        VBox box = new VBox(4, title, line, cards);
        VBox.setMargin(cards, new javafx.geometry.Insets(16, 0, 0, 0));
        box.getStyleClass().add("welcome-cards");
        ScrollPane scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private Node row(RecentRow file) {
        Label name = new Label(file.title());
        Label where = new Label(file.where());
        where.getStyleClass().addAll("label-text", "muted");
        VBox texts = new VBox(name, where);
        javafx.scene.control.Button row =
                new javafx.scene.control.Button("", new HBox(12, icon(MaterialDesignF.FILE_TREE_OUTLINE), texts));
        row.getStyleClass().addAll("quiet", "recent-row");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setAccessibleText("Open " + file.title() + ", " + file.where());
        row.setOnAction(event -> actions.openRecent(file.file()));
        return row;
    }

    private static Node icon(Ikon ikon) {
        return Hints.icon(ikon);
    }
}
