// SPDX-License-Identifier: BSL-1.0
package org.bontot;

/** What is done with each line of many dossiers. */
@FunctionalInterface
public interface LineDone {
    /**
     * Takes what came of a line. Returns whether to go on; an exception ends it, too, and comes out
     * of the call that scores lines.
     */
    boolean done(ScoredLine line);
}
