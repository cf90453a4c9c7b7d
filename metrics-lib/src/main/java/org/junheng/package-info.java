/**
 * The book of metrics: what is measured, plainly, for any JVM program. The books of five schools, 279 for 45 pupils and so on, from the
 * worked example of the official method:
 *
 * <pre>{@code
 * List<SchoolFigure> books = List.of(
 *         SchoolFigure.perPupil("1", 279, 45),
 *         SchoolFigure.perPupil("2", 137, 37),
 *         SchoolFigure.perPupil("3", 935, 89),
 *         SchoolFigure.perPupil("4", 160, 76),
 *         SchoolFigure.perPupil("5", 402, 55));
 * SchoolsView county = new SchoolsView(SubjectType.COUNTY, "B5", 2023, books);
 * if (new CoefficientOfVariation().of(county) instanceof Value gap) {
 *     System.out.printf(Locale.ROOT, "%.4f%n", gap.value()); // 0.5153
 * }
 * }</pre>
 *
 * <p>{@link org.junheng.Catalogue} lists everything that can be measured.
 */
@NullMarked
package org.junheng;

import org.jspecify.annotations.NullMarked;
