package org.junheng.assurance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.subject.SchoolType;
import org.junheng.subject.Stage;
import org.junheng.subject.UrbanRuralClass;

/**
 * Music and art rooms of a school against one of each for every twelve classes (音乐、美术专用教室), by the area that is meant for it.
 *
 * <p>{@code min(music rooms, art rooms) / ceil(classes / 12)}; a ratio, at least 1. Counted are rooms of at least 96 m2 for music and 90 m2 for art; 73 and 67
 * m2 in a school planned and built by 2016 (facet {@code BUILT_BY_2016}); 54 m2, or 61 m2 with a junior stage, in a rural school whose largest class has
 * fewer than 30 pupils ({@code SMALL_CLASSES}).
 *
 * <p>Absent when a count is not reported. Where the rooms of the smaller area are not, those of 96 and 90 m2 are counted: they may be enough, and that is
 * said; where they are not enough nothing is known. A school without a class owes nothing and is absent. Teaching points owe no such room.
 *
 * <p>Source: 教督〔2017〕6号, government 3; the smaller areas from a supervision system in use.
 *
 * <p>Clause: national-2017:G3.
 */
public record SpecialRooms(Area area) implements Metric<SchoolReport> {
    private static final double CLASSES_PER_ROOM = 12;
    private static final double SMALL_CLASS = 30;
    private static final Words MISSING = new Words("班级数或专用教室数未填报", "classes or rooms not reported");
    private static final Words NO_CLASS = new Words("没有班级", "no class");
    private static final Words NOT_BY_AREA =
            new Words("可按放宽面积认定,但未填报该面积的教室数", "a smaller area is enough, but rooms of that area are not reported");
    private static final Words BY_FULL_AREA = new Words("只计96和90平方米以上的教室", "only rooms of 96 and 90 m2 are counted");

    /** Which area a room must have. */
    public enum Area {
        FULL("music_rooms_ge96", "art_rooms_ge90"),
        BUILT_BY_2016("music_rooms_ge73", "art_rooms_ge67"),
        SMALL_CLASSES("music_rooms_ge54", "art_rooms_ge54");

        private final String music;
        private final String art;

        Area(String music, String art) {
            this.music = music;
            this.art = art;
        }
    }

    @Override
    public Definition definition() {
        return new Definition(
                "assurance.special_rooms",
                new Words("音乐、美术专用教室配备比", "music and art rooms to those demanded"),
                "min(music_rooms_ge96, art_rooms_ge90) / ceil(class_count / 12); facet BUILT_BY_2016: rooms of 73 and 67 m2;"
                        + " SMALL_CLASSES: of 54 m2 (61 with a junior stage), rural and largest class below 30",
                "1",
                "ratio",
                Better.HIGHER,
                List.of("national-2017:G3"),
                List.of(
                        "facilities.class_count",
                        "school_indicators.music_rooms_ge96",
                        "school_indicators.art_rooms_ge90"),
                new Words(
                        "任一组成缺失或没有班级时不评价;放宽面积的教室数未填报时按96和90平方米计",
                        "absent when a count is not reported or there is no class; rooms of 96 and 90 m2 are counted where those of the"
                                + " smaller area are not reported"),
                "hand example");
    }

    @Override
    public Class<SchoolReport> view() {
        return SchoolReport.class;
    }

    @Override
    public String facetSuffix() {
        return area == Area.FULL ? "" : area.name();
    }

    @Override
    public boolean appliesTo(SchoolReport view) {
        return view.about().stage() == null
                && view.isCompulsory()
                && view.type() != SchoolType.TEACHING_POINT
                && meant(view) == area;
    }

    private static Area meant(SchoolReport view) {
        if (view.urbanRural() == UrbanRuralClass.RURAL && hasSmallClasses(view)) {
            return Area.SMALL_CLASSES;
        }
        return view.isTrue("built_by_2016") ? Area.BUILT_BY_2016 : Area.FULL;
    }

    private static boolean hasSmallClasses(SchoolReport view) {
        Double whole = view.told().get("largest_class_size");
        return whole != null
                ? whole < SMALL_CLASS
                : view.compulsoryStages().stream().allMatch(stage -> {
                    Double largest = view.of("largest_class_size", stage);
                    return largest != null && largest < SMALL_CLASS;
                });
    }

    @Override
    public Outcome of(SchoolReport view) {
        @Nullable Double classes = view.classes();
        @Nullable Double enough = rooms(view, area);
        @Nullable Double full = rooms(view, Area.FULL);
        @Nullable Double rooms = enough == null ? full : enough;
        if (rooms == null || classes == null) {
            return new Absent(MISSING, view.counts());
        }
        double demanded = Math.ceil(classes / CLASSES_PER_ROOM);
        if (demanded <= 0) {
            return new Absent(NO_CLASS, view.counts());
        } else if (enough == null && rooms < demanded) {
            return new Absent(NOT_BY_AREA, view.counts());
        }
        return Outcome.nearest(rooms / demanded, view.counts()) instanceof Value value
                ? Value.ofRatio(value.value(), rooms, demanded, view.counts())
                        .withCaution(enough == null ? BY_FULL_AREA : Words.NONE)
                : new Absent(MISSING, view.counts());
    }

    private static @Nullable Double rooms(SchoolReport view, Area area) {
        boolean larger = area == Area.SMALL_CLASSES && view.compulsoryStages().contains(Stage.JUNIOR);
        @Nullable Double music = view.whole(larger ? "music_rooms_ge61" : area.music);
        @Nullable Double art = view.whole(larger ? "art_rooms_ge61" : area.art);
        return music == null || art == null ? null : Double.valueOf(Math.min(music, art));
    }
}
