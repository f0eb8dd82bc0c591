// SPDX-License-Identifier: BSL-1.0
package org.bontot;

/** A grade, with its label in the language of the call. */
public record Grade(String id, String label) {
    static Grade of(Said said) {
        return new Grade(said.text("id"), said.text("label"));
    }
}
