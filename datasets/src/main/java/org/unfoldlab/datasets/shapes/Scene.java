package org.unfoldlab.datasets.shapes;

import org.unfoldlab.datasets.SeededRandom;

/**
 * Draws one image: background, clutter, the shape at a random pose, occluders. All choices come from one random
 * sequence, in this order.
 */
final class Scene {
    private static final double CLUTTER_CONTRAST = 0.15;

    private final Difficulty difficulty;
    private final SeededRandom random;
    private final Canvas canvas = new Canvas();
    private final Colour ground;

    private Scene(Difficulty difficulty, SeededRandom random) {
        this.difficulty = difficulty;
        this.random = random;
        this.ground = Colour.random(0, groundLightest(), random);
    }

    static void draw(Outline outline, Difficulty difficulty, SeededRandom random, byte[] pixels, int offset) {
        Scene scene = new Scene(difficulty, random);
        scene.canvas.fill(Canvas.Region.EVERYWHERE, scene.paint(scene.ground));
        scene.strewClutter();
        scene.drawShape(outline);
        scene.layOccluders();
        scene.canvas.write(pixels, offset, random.nextDouble(0, difficulty.noise()), random);
    }

    /** The ground's parts lie in 0 … this, the shape's from {@link #shapeDarkest} to 1. */
    private double groundLightest() {
        return 0.5 + 0.5 * difficulty.overlap();
    }

    private double shapeDarkest() {
        return 0.5 - 0.5 * difficulty.overlap();
    }

    private Paint paint(Colour colour) {
        return Paint.random(colour, difficulty.texture(), random);
    }

    private void strewClutter() {
        int count = random.nextInt(difficulty.clutter() + 1);
        for (int i = 0; i < count; i++) {
            Canvas.Region stroke = stroke(random.nextDouble(0, 7), random.nextDouble(0.7, 1.6));
            canvas.fill(stroke, paint(ground.unlike(CLUTTER_CONTRAST, 0, groundLightest(), random)));
        }
    }

    private void drawShape(Outline outline) {
        double radius = random.nextDouble(difficulty.smallest(), difficulty.largest());
        double margin = 0.85 * radius;
        double centreX = random.nextDouble(margin, Canvas.SIZE - margin);
        double centreY = random.nextDouble(margin, Canvas.SIZE - margin);
        double angle = random.nextDouble(-difficulty.turn(), difficulty.turn());
        double stretch = random.nextDouble(0.85, 1.0);
        double cos = StrictMath.cos(angle) / radius;
        double sin = StrictMath.sin(angle) / radius;
        Canvas.Region region = (x, y) -> {
            double dx = x - centreX;
            double dy = y - centreY;
            return outline.distance((cos * dx + sin * dy) / stretch, cos * dy - sin * dx) * radius;
        };
        canvas.fill(region, paint(ground.unlike(difficulty.contrast(), shapeDarkest(), 1, random)));
    }

    private void layOccluders() {
        int count = random.nextInt(difficulty.occluders() + 1);
        for (int i = 0; i < count; i++) {
            canvas.fill(
                    stroke(random.nextDouble(8, 24), random.nextDouble(0.8, 1.9)), paint(Colour.random(0, 1, random)));
        }
    }

    /** A line with round ends anywhere in the image. */
    private Canvas.Region stroke(double length, double halfWidth) {
        double centreX = random.nextDouble(0, Canvas.SIZE);
        double centreY = random.nextDouble(0, Canvas.SIZE);
        double angle = random.nextDouble(0, StrictMath.PI);
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        return (x, y) -> {
            double along = Math.abs(cos * (x - centreX) + sin * (y - centreY));
            double across = cos * (y - centreY) - sin * (x - centreX);
            double beyond = Math.max(along - length / 2, 0);
            return Math.sqrt(beyond * beyond + across * across) - halfWidth;
        };
    }
}
