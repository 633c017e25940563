package org.unfoldlab.datasets.shapes;

import java.util.Locale;

/**
 * The ten classes, each as a signed distance function: negative inside, positive outside, in units of the shape's
 * radius (the shape fits about the unit circle). Formulas after Inigo Quilez, "2D distance functions"
 * (iquilezles.org/articles/distfunctions2d), some simplified to bounds, which is enough for edges one pixel wide.
 */
enum Outline {
    DISC {
        @Override
        double distance(double x, double y) {
            return length(x, y) - 0.82;
        }
    },
    SQUARE {
        @Override
        double distance(double x, double y) {
            return box(x, y, 0.72, 0.72);
        }
    },
    TRIANGLE {
        @Override
        double distance(double x, double y) {
            return polygon(x, y, 3, 0.52);
        }
    },
    STAR {
        @Override
        double distance(double x, double y) {
            return star(x, y);
        }
    },
    RING {
        @Override
        double distance(double x, double y) {
            return Math.abs(length(x, y) - 0.68) - 0.22;
        }
    },
    CROSS {
        @Override
        double distance(double x, double y) {
            return Math.min(box(x, y, 0.92, 0.28), box(x, y, 0.28, 0.92));
        }
    },
    CRESCENT {
        @Override
        double distance(double x, double y) {
            return Math.max(length(x + 0.1, y) - 0.92, 0.7 - length(x - 0.38, y));
        }
    },
    HEART {
        @Override
        double distance(double x, double y) {
            return heart(Math.abs(x) / HEART_SCALE, (y + 0.85) / HEART_SCALE) * HEART_SCALE;
        }
    },
    BAR {
        @Override
        double distance(double x, double y) {
            return length(Math.max(Math.abs(x) - 0.68, 0), y) - 0.27;
        }
    },
    HOURGLASS {
        @Override
        double distance(double x, double y) {
            double side = (Math.abs(x) - 0.85 * Math.abs(y) - 0.06) / 1.3124;
            return Math.max(side, Math.abs(y) - 0.82);
        }
    };

    private static final double HEART_SCALE = 1.55;

    /** The signed distance of a point from the outline. */
    abstract double distance(double x, double y);

    /** As users read it. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static double length(double x, double y) {
        return Math.sqrt(x * x + y * y);
    }

    private static double box(double x, double y, double halfWidth, double halfHeight) {
        double dx = Math.abs(x) - halfWidth;
        double dy = Math.abs(y) - halfHeight;
        return length(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0);
    }

    /** A regular polygon by its inner radius; a bound outside the corners. */
    private static double polygon(double x, double y, int sides, double innerRadius) {
        double distance = Double.NEGATIVE_INFINITY;
        for (int side = 0; side < sides; side++) {
            double angle = 2 * StrictMath.PI * side / sides + StrictMath.PI / 2;
            distance = Math.max(distance, x * StrictMath.cos(angle) + y * StrictMath.sin(angle));
        }
        return distance - innerRadius;
    }

    /** Five points: the plane is folded into a tenth of a turn, where one straight edge is left. */
    private static double star(double x, double y) {
        double tenth = StrictMath.PI / 5;
        double turn = StrictMath.atan2(Math.abs(x), y) / (2 * tenth);
        double folded = Math.abs(turn - StrictMath.rint(turn)) * 2 * tenth;
        double radius = length(x, y);
        double px = radius * StrictMath.sin(folded);
        double py = radius * StrictMath.cos(folded);
        // The edge from the tip (0, 1) to the notch, 0.45 away in the direction of half a point's angle.
        double notchX = 0.45 * StrictMath.sin(tenth);
        double notchY = 0.45 * StrictMath.cos(tenth);
        double edge = length(notchX, 1 - notchY);
        return (px * (1 - notchY) - (1 - py) * notchX) / edge;
    }

    private static double heart(double x, double y) {
        if (x + y > 1) {
            return length(x - 0.25, y - 0.75) - StrictMath.sqrt(2) / 4;
        }
        double diagonal = Math.max(x + y, 0) / 2;
        double nearest = Math.min(length(x, y - 1), length(x - diagonal, y - diagonal));
        return nearest * Math.signum(x - y);
    }
}
