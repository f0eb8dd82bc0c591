// SPDX-License-Identifier: BSL-1.0
package org.bontot;

/**
 * A grade that a rubric gives.
 *
 * @param label in Vietnamese
 * @param labelEn in English
 */
public record RubricGrade(String id, String label, String labelEn) {
}
