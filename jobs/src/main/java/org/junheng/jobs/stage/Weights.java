package org.junheng.jobs.stage;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.rows.Which;
import org.junheng.jobs.table.Schema;

/**
 * The weight of every figure (contract 5.1): one rule per facet, stage and year. If any row with a value counts its own pupils, only rows that
 * count theirs have a weight; otherwise all are weighted by the pupils of the stage. A facet without any value in the delivery leaves.
 */
public final class Weights implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Schema<PanelPoint> POINT = Schema.of(PanelPoint.class);
    private static final int WEIGHT = POINT.names().indexOf("weight");
    private static final StructType RULE = new StructType()
            .add("facet", DataTypes.StringType, false)
            .add("of", DataTypes.StringType, false)
            .add("own", DataTypes.BooleanType, false);

    private final Set<String> known = new HashSet<>();
    private final Map<String, Boolean> ownPupils = new HashMap<>();

    private Weights(List<Row> rules) {
        rules.forEach(rule -> {
            known.add(rule.getString(0));
            ownPupils.merge(rule.getString(1), rule.getBoolean(2), Boolean::logicalOr);
        });
    }

    /** @param points not yet weighted */
    static Rows of(Rows points) {
        Rows valued = points.where(Which.ALL.filled("value")).only(List.of("facet", "stage", "year", "own_weight"));
        Weights weights = new Weights(valued.parts(RULE, Weights::rules).list());
        return points.each(POINT.struct(), weights::weighted);
    }

    private static Iterator<Row> rules(Iterator<Row> valued) {
        Set<Row> rules = new HashSet<>();
        valued.forEachRemaining(
                row -> rules.add(RowFactory.create(row.getAs("facet"), of(row), row.getAs("own_weight") != null)));
        return rules.iterator();
    }

    private Iterator<Row> weighted(Row point) {
        if (!known.contains(point.<String>getAs("facet"))) {
            return List.<Row>of().iterator();
        }
        Object[] cells = new Object[point.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = point.get(i);
        }
        cells[WEIGHT] = point.getAs(ownPupils.getOrDefault(of(point), false) ? "own_weight" : "pupils");
        return List.of(Schema.named(cells, POINT.struct())).iterator();
    }

    private static String of(Row point) {
        return point.getAs("facet") + "|" + Objects.toString(point.getAs("stage"), "") + "|" + point.getAs("year");
    }
}
