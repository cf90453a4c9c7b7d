package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Lists of columns in the shapes that Spark asks for. */
final class Columns {
    private Columns() {}

    static Column[] of(List<String> names) {
        return names.stream().map(functions::col).toArray(Column[]::new);
    }

    static Column[] of(String first, String second, List<String> further) {
        List<String> names = new ArrayList<>(List.of(first, second));
        names.addAll(further);
        return of(names);
    }

    static Seq<String> using(String... names) {
        return CollectionConverters.asScala(List.of(names)).toSeq();
    }
}
