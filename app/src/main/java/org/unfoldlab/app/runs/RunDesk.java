package org.unfoldlab.app.runs;

import org.unfoldlab.app.Background;
import org.unfoldlab.model.graph.NetworkDocument;

/** What the list of runs asks of the window around it. */
public interface RunDesk {
    Background background();

    /** Asks for a run folder, or a folder of runs, and adds what lies in it. */
    void openRuns();

    /** Asks for the folder that runs lie in from now on. */
    void chooseHome();

    /** Goes back to the program's own place for runs. */
    void useOwnHome();

    /** Reads the older runs that were left out at the start. */
    void readOlder();

    /** How many older runs were left out. */
    int olderRuns();

    /** Opens the card that describes a grid. */
    void vary();

    /** Trains a network in a new run, once its data are there. */
    void train(NetworkDocument network);

    /** Puts a run's network and settings into the drawing, as an edit that can be undone. */
    void toDrawing(RunViewModel run);

    /** Shows a run's folder with the system's own program. */
    void showFolder(RunViewModel run);

    /** Moves a run's folder to the trash. */
    void trash(RunViewModel run);

    /** Goes on with the queue. */
    void continueQueue();

    /** Gives the waiting runs up, for good. */
    void giveUpQueue();
}
