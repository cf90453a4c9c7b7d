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

/**
 * Music and art rooms of a school against one of each for every twelve classes (音乐、美术专用教室).
 *
 * <p>{@code min(music rooms, art rooms) / ceil(classes / 12)}; a ratio, at least 1. Counted are rooms of at least 96 m2 for music and 90 m2 for art.
 *
 * <p>Absent when a count is not reported. A school without a class owes nothing and is absent. Teaching points owe no such room.
 *
 * <p>Source: 教督〔2017〕6号, government 3.
 */
public record SpecialRooms() implements Metric<SchoolReport> {
    private static final double CLASSES_PER_ROOM = 12;
    private static final Words MISSING = new Words("班级数或专用教室数未填报", "classes or rooms not reported");
    private static final Words NO_CLASS = new Words("没有班级", "no class");

    @Override
    public Definition definition() {
        return new Definition(
                "assurance.special_rooms",
                new Words("音乐、美术专用教室配备比", "music and art rooms to those demanded"),
                "min(music_rooms_ge96, art_rooms_ge90) / ceil(class_count / 12)",
                "1",
                "ratio",
                Better.HIGHER,
                List.of("national-2017:G3"),
                List.of(
                        "facilities.class_count",
                        "school_indicators.music_rooms_ge96",
                        "school_indicators.art_rooms_ge90"),
                new Words("任一组成缺失或没有班级时不评价", "absent when a count is not reported or there is no class"),
                "hand example");
    }

    @Override
    public Class<SchoolReport> view() {
        return SchoolReport.class;
    }

    @Override
    public boolean appliesTo(SchoolReport view) {
        return view.about().stage() == null && view.isCompulsory() && view.type() != SchoolType.TEACHING_POINT;
    }

    @Override
    public Outcome of(SchoolReport view) {
        @Nullable Double music = view.whole("music_rooms_ge96");
        @Nullable Double art = view.whole("art_rooms_ge90");
        @Nullable Double classes = view.classes();
        if (music == null || art == null || classes == null) {
            return new Absent(MISSING, view.counts());
        }
        double demanded = Math.ceil(classes / CLASSES_PER_ROOM);
        double rooms = Math.min(music, art);
        return demanded <= 0
                ? new Absent(NO_CLASS, view.counts())
                : Outcome.nearest(rooms / demanded, view.counts()) instanceof Value value
                        ? Value.ofRatio(value.value(), rooms, demanded, view.counts())
                        : new Absent(MISSING, view.counts());
    }
}
