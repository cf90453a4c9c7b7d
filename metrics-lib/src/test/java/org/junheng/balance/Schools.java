package org.junheng.balance;

import java.util.Map;
import java.util.TreeMap;
import org.junheng.metric.Outcome;
import org.junheng.subject.SchoolType;
import org.junheng.subject.Stage;

/** Campuses that tests are given. */
final class Schools {
    private Schools() {}

    /** Pupils and nothing else. */
    static StageStaff pupils(Double pupils) {
        return new StageStaff(pupils, null, null, null, null, null, null);
    }

    /** Pupils, PE and arts teachers. */
    static StageStaff sports(double pupils, Double physicalEducation, Double arts) {
        return new StageStaff(pupils, null, null, null, physicalEducation, arts, null);
    }

    static Premises books(Double books) {
        return new Premises(null, null, null, null, null, null, books);
    }

    static Premises areas(Double teaching, Double indoorSports, Double ground) {
        return new Premises(teaching, indoorSports, ground, null, null, null, null);
    }

    static Campus school(String code, SchoolType type, Premises premises, Map<Stage, StageStaff> stages) {
        return new Campus(code, type, new TreeMap<>(stages), premises);
    }

    static Campus primary(String code, Double pupils, Premises premises) {
        return school(code, SchoolType.PRIMARY, premises, Map.of(Stage.PRIMARY, pupils(pupils)));
    }

    static Outcome level(Campus school, Stage stage, Resource resource) {
        return new ResourceLevel()
                .of(new ResourceLevel.StageResource(new Population.Unit(school, false), stage, resource));
    }
}
