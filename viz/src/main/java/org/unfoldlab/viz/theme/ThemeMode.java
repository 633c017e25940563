package org.unfoldlab.viz.theme;

/** The two grounds on which everything is drawn. */
public enum ThemeMode {
    LIGHT,
    DARK;

    /** The other one, for the theme button. */
    public ThemeMode other() {
        return this == LIGHT ? DARK : LIGHT;
    }
}
