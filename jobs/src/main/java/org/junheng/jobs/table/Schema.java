package org.junheng.jobs.table;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The bridge between a record and a table: component {@code pupilCount} is column {@code pupil_count}; a primitive is never null; an enum
 * is its word; a {@link LocalDate} a date.
 */
public final class Schema<R extends Record> {
    private static final ConcurrentHashMap<Class<?>, Schema<?>> KNOWN = new ConcurrentHashMap<>();
    private static final ThreadLocal<Map<Schema<?>, Places>> LAST = ThreadLocal.withInitial(IdentityHashMap::new);

    private final String table;
    private final List<Column> columns;
    private final List<String> names;
    private final List<String> keys;
    private final StructType struct;
    private final Constructor<R> constructor;

    /** Where the columns of a record are in rows of a schema. */
    private record Places(StructType schema, List<Integer> at, Alike texts) {}

    /** A column: its name in the contract, the record component behind it, and the words of a closed vocabulary. */
    public record Column(String name, RecordComponent component, Map<String, Object> words) {
        private Column(String name, RecordComponent component) {
            this(name, component, wordsOf(component.getType()));
            component.getAccessor().setAccessible(true); // or every call is checked
        }

        public Class<?> type() {
            return component.getType();
        }

        public boolean isKey() {
            return component.isAnnotationPresent(Key.class);
        }

        public boolean isPersonal() {
            return component.isAnnotationPresent(Personal.class);
        }

        public boolean isNullable() {
            return !type().isPrimitive()
                    && (component.getAnnotatedType().isAnnotationPresent(Nullable.class) || !isKey());
        }
    }

    private static Map<String, Object> wordsOf(Class<?> type) {
        Map<String, Object> words = new HashMap<>();
        if (type.isEnum()) {
            Arrays.stream(type.getEnumConstants()).forEach(c -> words.put(c.toString(), c));
        }
        return words;
    }

    private Schema(Class<R> type) {
        this.columns = Arrays.stream(type.getRecordComponents())
                .map(c -> new Column(nameOf(c), c))
                .toList();
        this.table = snake(type.getSimpleName());
        this.names = columns.stream().map(Column::name).toList();
        this.keys = columns.stream().filter(Column::isKey).map(Column::name).toList();
        this.struct = new StructType(columns.stream()
                .map(c -> DataTypes.createStructField(
                        c.name(), dataType(c.type()), !c.type().isPrimitive()))
                .toArray(StructField[]::new));
        try {
            this.constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true); // or every call is checked
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " is not a record", e);
        }
    }

    @SuppressWarnings("unchecked")
    public static <R extends Record> Schema<R> of(Class<R> type) {
        return (Schema<R>) KNOWN.computeIfAbsent(type, t -> new Schema<>(type));
    }

    /** The table's name in the contract: {@code SchoolScores} is {@code school_scores}. */
    public String table() {
        return table;
    }

    public List<Column> columns() {
        return columns;
    }

    public List<String> names() {
        return names;
    }

    public List<String> keys() {
        return keys;
    }

    public StructType struct() {
        return struct;
    }

    public Row row(R record) {
        return named(cells(record), struct);
    }

    /** The cells of a record in the order of the columns. */
    public @Nullable Object[] cells(R record) {
        @Nullable Object[] cells = new @Nullable Object[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(read(columns.get(i), record));
        }
        return cells;
    }

    /** A row whose cells can be read by name, also before it has been through the engine. */
    public static Row named(@Nullable Object[] cells, StructType struct) {
        return new GenericRowWithSchema(cells, struct);
    }

    public List<Row> rows(List<R> records) {
        List<Row> rows = new ArrayList<>(records.size());
        records.forEach(r -> rows.add(row(r)));
        return rows;
    }

    /** The records as a data set. */
    public Dataset<Row> dataset(SparkSession spark, List<R> records) {
        return spark.createDataFrame(rows(records), struct);
    }

    /** The record of a row; columns are found by name, so the row may hold more of them. */
    public R record(Row row) {
        Object[] values = new Object[columns.size()];
        Places places = places(row.schema());
        for (int i = 0; i < values.length; i++) {
            values[i] = value(columns.get(i), row.get(places.at().get(i)), places.texts());
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("a row of " + table() + " contradicts its record", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the columns are in rows of a schema; rows that follow each other share theirs. */
    @SuppressWarnings("ReferenceEquality") // equal schemas that are not the same are looked up again, no more
    private Places places(StructType schema) {
        Map<Schema<?>, Places> last = LAST.get();
        Places known = last.get(this);
        if (known == null || known.schema() != schema) {
            List<Integer> at = names.stream().map(schema::fieldIndex).toList();
            known = new Places(schema, at, Alike.here());
            last.put(this, known);
        }
        return known;
    }

    private @Nullable Object read(Column column, R record) {
        try {
            return column.component().getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object cell(@Nullable Object value) {
        return value instanceof Enum<?> word ? word.toString() : value;
    }

    private static @Nullable Object value(Column column, @Nullable Object cell, Alike texts) {
        if (cell instanceof String word) {
            if (!column.type().isEnum()) {
                return texts.of(word);
            }
            Object constant = column.words().get(word);
            if (constant == null) {
                throw new IllegalStateException(
                        word + " is not a " + column.type().getSimpleName());
            }
            return constant;
        }
        return cell instanceof java.sql.Date date ? date.toLocalDate() : cell;
    }

    private static String nameOf(RecordComponent component) {
        Named named = component.getAnnotation(Named.class);
        return named != null ? named.value() : snake(component.getName());
    }

    private static String snake(String camel) {
        return camel.replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static DataType dataType(Class<?> type) {
        if (type == String.class || type.isEnum()) {
            return DataTypes.StringType;
        } else if (type == int.class || type == Integer.class) {
            return DataTypes.IntegerType;
        } else if (type == long.class || type == Long.class) {
            return DataTypes.LongType;
        } else if (type == double.class || type == Double.class) {
            return DataTypes.DoubleType;
        } else if (type == boolean.class || type == Boolean.class) {
            return DataTypes.BooleanType;
        } else if (type == LocalDate.class) {
            return DataTypes.DateType;
        }
        throw new IllegalArgumentException("no column type for " + type);
    }
}
