// SPDX-License-Identifier: BSL-1.0
package org.bontot;

/** A part of a dossier: in the order of the header. */
public enum DossierPart {
    FACTS,
    MARKS,
    MEMBERS,
    EVIDENCE,
    HISTORY,
    RESULTS,
    EXCEPTIONS
}
