package io.scapa.curation.shard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.curation.BadInputException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a Parquet file as JSON objects, one after the other; memory holds one row group. Columns of texts, numbers and
 * truth values are read, lists and groups are passed over.
 */
public final class ParquetRows implements AutoCloseable {
    private final ParquetFileReader file;
    private final MessageType schema;
    private @Nullable RecordReader<Group> records;
    private long left;

    private ParquetRows(ParquetFileReader file, MessageType schema) {
        this.file = file;
        this.schema = schema;
    }

    /**
     * Opens a file.
     *
     * @param required columns of texts that it must have
     * @throws IOException where it is no Parquet, is cut short, or lacks a column; the message names the file and its columns
     */
    public static ParquetRows open(Path path, String... required) throws IOException {
        ParquetFileReader file = reader(path);
        try {
            MessageType whole = file.getFileMetaData().getSchema();
            for (String column : required) {
                require(path, whole, column);
            }
            MessageType flat = new MessageType(
                    whole.getName(),
                    whole.getFields().stream().filter(ParquetRows::isFlat).toList());
            file.setRequestedSchema(flat);
            return new ParquetRows(file, flat);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static ParquetFileReader reader(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new java.nio.file.NoSuchFileException(path.toString(), null, "is no file that can be read");
        }
        try {
            return ParquetFileReader.open(
                    new LocalInputFile(path),
                    ParquetReadOptions.builder(new PlainParquetConfiguration()).build());
        } catch (RuntimeException | EOFException e) {
            throw new BadInputException(path + ": no whole Parquet file: " + e.getMessage(), e);
        }
    }

    private static void require(Path path, MessageType schema, String column) throws IOException {
        boolean there = schema.containsField(column)
                && isFlat(schema.getType(column))
                && isText(schema.getType(column).asPrimitiveType());
        if (!there) {
            String columns = schema.getFields().stream()
                    .map(field -> field.getName() + " ("
                            + (field.isPrimitive() ? field.asPrimitiveType().getPrimitiveTypeName() : "group")
                            + ")")
                    .collect(Collectors.joining(", "));
            throw new BadInputException(
                    path + ": Parquet with a column '" + column + "' of texts is expected, its columns are " + columns);
        }
    }

    private static boolean isFlat(Type type) {
        return type.isPrimitive() && !type.isRepetition(Type.Repetition.REPEATED);
    }

    private static boolean isText(PrimitiveType type) {
        return type.getPrimitiveTypeName() == PrimitiveType.PrimitiveTypeName.BINARY;
    }

    /**
     * The next row, or null after the last.
     *
     * @throws IOException where the file is damaged
     */
    public @Nullable ObjectNode next() throws IOException {
        try {
            RecordReader<Group> open = records;
            while (open == null || left == 0) {
                PageReadStore group = file.readNextRowGroup();
                if (group == null) {
                    return null;
                }
                left = group.getRowCount();
                open = new ColumnIOFactory()
                        .getColumnIO(schema)
                        .getRecordReader(group, new GroupRecordConverter(schema));
                records = open;
            }
            left--;
            return json(open.read());
        } catch (RuntimeException e) {
            throw new IOException("damaged Parquet: " + e.getMessage(), e);
        }
    }

    private ObjectNode json(Group row) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        List<Type> fields = new ArrayList<>(schema.getFields());
        for (int i = 0; i < fields.size(); i++) {
            if (row.getFieldRepetitionCount(i) > 0) {
                put(json, fields.get(i).asPrimitiveType(), row, i);
            }
        }
        return json;
    }

    private static void put(ObjectNode json, PrimitiveType type, Group row, int i) {
        String name = type.getName();
        switch (type.getPrimitiveTypeName()) {
            case BINARY -> json.put(name, row.getString(i, 0));
            case BOOLEAN -> json.put(name, row.getBoolean(i, 0));
            case INT32 -> json.put(name, row.getInteger(i, 0));
            case INT64 -> time(json, type, row.getLong(i, 0));
            case FLOAT -> json.put(name, row.getFloat(i, 0));
            case DOUBLE -> json.put(name, row.getDouble(i, 0));
            case INT96, FIXED_LEN_BYTE_ARRAY -> {}
        }
    }

    /** Moments are written as documents have them. */
    private static void time(ObjectNode json, PrimitiveType type, long value) {
        if (type.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.TimestampLogicalTypeAnnotation time) {
            long perSecond = switch (time.getUnit()) {
                case MILLIS -> 1_000L;
                case MICROS -> 1_000_000L;
                case NANOS -> 1_000_000_000L;
            };
            json.put(
                    type.getName(),
                    java.time.Instant.ofEpochSecond(
                                    Math.floorDiv(value, perSecond),
                                    Math.floorMod(value, perSecond) * (1_000_000_000L / perSecond))
                            .toString());
        } else {
            json.put(type.getName(), value);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
