package org.junheng.jobs.simulate;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junheng.subject.Ownership;
import org.junheng.subject.SchoolType;
import org.junheng.subject.Stage;
import org.junheng.subject.UrbanRuralClass;

/**
 * A school of the drawn province.
 *
 * @param serial its number in the province, the unit of its random numbers
 * @param position its number in the county, which fixes its type, setting and place in clusters
 */
record DrawnSchool(
        int serial,
        DrawnCounty county,
        int position,
        SchoolType type,
        UrbanRuralClass setting,
        Ownership ownership,
        String firstName,
        String firstCode,
        Fate fate) {

    boolean existsIn(int year) {
        return fate.existsIn(year);
    }

    /** A sum over schools, one after the other, so that every version of Java rounds alike. */
    static double sum(List<DrawnSchool> schools, ToDoubleFunction<DrawnSchool> amount) {
        double sum = 0;
        for (DrawnSchool school : schools) {
            sum += amount.applyAsDouble(school);
        }
        return sum;
    }

    String code(int year) {
        return fate instanceof Fate.Renamed renamed && year >= renamed.year() ? renamed.code() : firstCode;
    }

    String name(int year) {
        return fate instanceof Fate.Renamed renamed && year >= renamed.year() ? renamed.name() : firstName;
    }

    String township() {
        return DrawnCounty.township(setting, position);
    }

    boolean teaches(Stage stage) {
        return switch (stage) {
            case PRIMARY ->
                isOneOf(
                        SchoolType.PRIMARY,
                        SchoolType.NINE_YEAR,
                        SchoolType.TWELVE_YEAR,
                        SchoolType.TEACHING_POINT,
                        SchoolType.SPECIAL);
            case JUNIOR ->
                isOneOf(SchoolType.JUNIOR, SchoolType.NINE_YEAR, SchoolType.TWELVE_YEAR, SchoolType.COMPLETE_SECONDARY);
            case SENIOR ->
                isOneOf(
                        SchoolType.SENIOR,
                        SchoolType.VOCATIONAL,
                        SchoolType.TWELVE_YEAR,
                        SchoolType.COMPLETE_SECONDARY);
            case KINDERGARTEN -> type == SchoolType.KINDERGARTEN;
        };
    }

    /** Whether its pupils sit the county exam of grade 6 or 9: special schools and teaching points do not. */
    boolean sits(int grade) {
        return teaches(Stage.ofGrade(grade)) && !isOneOf(SchoolType.SPECIAL, SchoolType.TEACHING_POINT);
    }

    /** Whether it is a school of the nine compulsory years whose people are asked. */
    boolean isSurveyed() {
        return sits(6) || sits(9);
    }

    /** Whether it is a school, campus or teaching point of the nine compulsory years: rules on every school ask it. */
    boolean isCompulsory() {
        return (teaches(Stage.PRIMARY) || teaches(Stage.JUNIOR)) && type != SchoolType.SPECIAL;
    }

    private boolean isOneOf(SchoolType... types) {
        for (SchoolType each : types) {
            if (each == type) {
                return true;
            }
        }
        return false;
    }
}
