package org.junheng.stock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junheng.subject.About;
import org.junheng.subject.ClusterType;
import org.junheng.subject.Membership;
import org.junheng.subject.Register;
import org.junheng.subject.SchoolFacts;
import org.junheng.subject.Stage;
import org.junheng.subject.UrbanRuralClass;
import org.junheng.subject.View;

/** The schools of an area, of all stages or of one, with the clusters that support them on the roster day of the year. */
public record SupportView(About about, List<Supported> schools) implements View {

    /**
     * A school and its support.
     *
     * @param pupils of the stage looked at; null = not reported
     * @param weak, newlyBuilt, rural null = not said
     * @param clustered whether it is in any cluster, of whatever type
     * @param modes the types of its clusters, as far as they are known
     */
    public record Supported(
            String school,
            @Nullable Double pupils,
            @Nullable Boolean weak,
            @Nullable Boolean newlyBuilt,
            @Nullable Boolean rural,
            boolean clustered,
            Set<ClusterType> modes) {}

    public SupportView {
        schools =
                schools.stream().sorted(Comparator.comparing(Supported::school)).toList();
    }

    /** Every area in one year, all stages together and each stage that its schools teach; nothing where no membership was delivered. */
    public static List<SupportView> of(Register register, int year) {
        List<SupportView> views = new ArrayList<>();
        if (register.hasMemberships()) {
            register.byArea(year, s -> s).forEach((area, schools) -> {
                About about = About.of(area, year);
                views.add(view(about, schools, register));
                SortedSet<Stage> stages = new TreeSet<>();
                schools.forEach(s -> stages.addAll(s.stages().keySet()));
                stages.forEach(stage -> views.add(view(about.in(stage), schools, register)));
            });
        }
        return views;
    }

    private static SupportView view(About about, List<SchoolFacts> schools, Register register) {
        Stage stage = about.stage();
        return new SupportView(
                about,
                schools.stream()
                        .filter(s -> stage == null || s.stages().containsKey(stage))
                        .map(s -> supported(s, stage, register.memberships(s.school(), s.year()), register))
                        .toList());
    }

    private static Supported supported(
            SchoolFacts s, @Nullable Stage stage, List<Membership> memberships, Register register) {
        Set<ClusterType> modes = EnumSet.noneOf(ClusterType.class);
        for (Membership m : memberships) {
            ClusterType type = register.cluster(m.cluster()).type();
            if (type != null) {
                modes.add(type);
            }
        }
        SchoolFacts.StageFacts of = stage == null ? null : s.stages().get(stage);
        return new Supported(
                s.school(),
                of == null ? s.pupils() : of.pupils(),
                s.flags().weak(),
                s.flags().newlyBuilt(),
                s.urbanRural() == null ? null : Boolean.valueOf(s.urbanRural() == UrbanRuralClass.RURAL),
                !memberships.isEmpty(),
                modes);
    }
}
