// SPDX-License-Identifier: BSL-1.0
package org.bontot;

/**
 * Who gives marks.
 *
 * @param label in Vietnamese
 * @param labelEn in English
 */
public record Role(String id, String label, String labelEn) {
}
