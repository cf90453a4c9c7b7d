package org.junheng.balance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junheng.subject.SchoolType;

/**
 * The schools of the resource check (办法: 2017, population rule): campuses that do not count as schools are merged into their parent, special
 * and vocational schools leave, and so does a teaching point that stands alone with fewer than 50 pupils.
 */
public final class Population {
    private static final double SMALLEST_TEACHING_POINT = 50;

    private Population() {}

    /** A school of the population; an orphan does not count as a school but its parent is not delivered, so it stands alone. */
    public record Unit(Campus campus, boolean orphan) {}

    /**
     * @param parent the school that counts; empty when it is not delivered
     * @param parts campuses and teaching points that name it as their parent, in any order
     */
    public static List<Unit> of(Optional<Campus> parent, List<Campus> parts) {
        List<Campus> ordered = new ArrayList<>(parts);
        ordered.sort((a, b) -> a.school().compareTo(b.school()));
        List<Unit> units = new ArrayList<>();
        if (parent.isPresent()) {
            Campus whole = parent.get();
            for (Campus part : ordered) {
                whole = whole.merge(part);
            }
            units.add(new Unit(whole, false));
        } else {
            ordered.forEach(part -> units.add(new Unit(part, true)));
        }
        units.removeIf(u -> leaves(u.campus()));
        return units;
    }

    private static boolean leaves(Campus campus) {
        if (campus.type() == SchoolType.SPECIAL || campus.type() == SchoolType.VOCATIONAL) {
            return true;
        }
        Double pupils = campus.pupils();
        return campus.type() == SchoolType.TEACHING_POINT && pupils != null && pupils < SMALLEST_TEACHING_POINT;
    }
}
