package org.unfoldlab.app.runs;

/**
 * The same norm in a run whose statistics are shared over time: one running mean and deviation for every t.
 *
 * @param run that has them
 * @param curves its running averages
 */
record NormBeside(RunViewModel run, NormCurves curves) {
    String name() {
        return run.number() + " shared";
    }
}
