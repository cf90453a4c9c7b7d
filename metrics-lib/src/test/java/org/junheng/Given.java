package org.junheng;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junheng.metric.Absent;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.subject.Role;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.SubjectType;
import org.junheng.subject.UrbanRuralClass;

/** What tests are given: schools, views of them, and the reference data beside the project. */
public final class Given {
    public static final int YEAR = 2023;

    private Given() {}

    public static SchoolFigure school(String code, Double value, Double weight) {
        return new SchoolFigure(code, value, weight, null, null, null, null, null, null, null);
    }

    /** A school whose figure is a quotient, with a weight that is not its divisor. */
    public static SchoolFigure quotient(String code, double numerator, double denominator, double weight) {
        SchoolFigure.Ratio ratio = new SchoolFigure.Ratio(1, numerator, denominator);
        return new SchoolFigure(code, ratio.exact().doubleValue(), weight, null, ratio, null, null, null, null, null);
    }

    public static SchoolFigure placed(SchoolFigure s, UrbanRuralClass place, Boolean quality) {
        return new SchoolFigure(
                s.school(),
                s.value(),
                s.weight(),
                s.spread(),
                s.ratio(),
                s.county(),
                s.cluster(),
                s.role(),
                place,
                quality);
    }

    public static SchoolFigure inCluster(SchoolFigure s, String cluster, Role role) {
        return new SchoolFigure(
                s.school(),
                s.value(),
                s.weight(),
                s.spread(),
                s.ratio(),
                s.county(),
                cluster,
                role,
                s.urbanRural(),
                s.quality());
    }

    public static SchoolFigure inCounty(SchoolFigure s, String county) {
        return new SchoolFigure(
                s.school(),
                s.value(),
                s.weight(),
                s.spread(),
                s.ratio(),
                county,
                s.cluster(),
                s.role(),
                s.urbanRural(),
                s.quality());
    }

    public static SchoolFigure spread(SchoolFigure s, Double deviation) {
        return new SchoolFigure(
                s.school(),
                s.value(),
                s.weight(),
                deviation,
                s.ratio(),
                s.county(),
                s.cluster(),
                s.role(),
                s.urbanRural(),
                s.quality());
    }

    public static SchoolsView county(SchoolFigure... schools) {
        return view(SubjectType.COUNTY, YEAR, List.of(schools));
    }

    public static SchoolsView view(SubjectType subject, int year, List<SchoolFigure> schools) {
        return new SchoolsView(subject, "score:math", year, schools);
    }

    /** The value of an outcome that has one. */
    public static Value value(Outcome outcome) {
        return assertInstanceOf(Value.class, outcome);
    }

    /** An outcome without a value, with its reason in both languages. */
    public static Absent absent(Outcome outcome) {
        Absent absent = assertInstanceOf(Absent.class, outcome);
        assertNotEquals("", absent.reason().zh());
        assertNotEquals("", absent.reason().en());
        return absent;
    }

    /** A file or folder of the reference material; without it the test is skipped. */
    public static Path shared(String path) {
        Path at = Path.of(System.getProperty("junheng.shared", "../../shared")).resolve(path);
        assumeTrue(Files.exists(at), () -> "the shared material is not beside the project: " + path);
        return at;
    }
}
