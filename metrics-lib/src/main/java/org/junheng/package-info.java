/**
 * The book of metrics: what is measured, plainly, for any JVM program.
 *
 * <pre>{@code
 * List<SchoolFigure> books = List.of(
 *         Example.school("1", 279, 45),
 *         Example.school("2", 137, 37),
 *         Example.school("3", 935, 89),
 *         Example.school("4", 160, 76),
 *         Example.school("5", 402, 55));
 * SchoolsView county = new SchoolsView(SubjectType.COUNTY, "B5", 2023, books);
 * Outcome gap = new CoefficientOfVariation().of(county);
 * if (gap instanceof Value cv) {
 *     System.out.printf("%.4f%n", cv.value()); // 0.5153
 * }
 * }</pre>
 *
 * <p>where a school is {@code new SchoolFigure(code, value, pupils, ...)}. {@link org.junheng.Catalogue} lists everything that can be measured.
 */
@NullMarked
package org.junheng;

import org.jspecify.annotations.NullMarked;
