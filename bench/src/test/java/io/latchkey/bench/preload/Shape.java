package io.latchkey.bench.preload;

import java.util.Map;
import java.util.TreeMap;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** The fields of a document, each with its type and, where that depends on the value, its size. Topic ids are all the same. */
final class Shape {

    private static final String TOPIC_ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-\\d+";

    private Shape() {}

    static Map<String, String> of(BsonDocument document) {
        var shape = new TreeMap<String, String>();
        add(shape, "", document);
        return shape;
    }

    private static void add(Map<String, String> shape, String path, BsonValue value) {
        switch (value.getBsonType()) {
            case DOCUMENT -> fields(shape, path, value.asDocument());
            case ARRAY -> entries(shape, path, value.asArray());
            case STRING ->
                shape.put(path, "STRING " + value.asString().getValue().length());
            case BINARY -> shape.put(path, "BINARY " + value.asBinary().getData().length);
            default -> shape.put(path, value.getBsonType().name());
        }
    }

    private static void fields(Map<String, String> shape, String path, BsonDocument document) {
        shape.put(path, "DOCUMENT " + document.size());
        int positions = 0;
        for (var field : document.entrySet()) {
            var name = field.getKey().matches(TOPIC_ID) ? "partition" + positions++ : field.getKey();
            add(shape, path + "/" + name, field.getValue());
        }
    }

    private static void entries(Map<String, String> shape, String path, BsonArray array) {
        shape.put(path, "ARRAY " + array.size());
        for (int i = 0; i < array.size(); i++) {
            add(shape, path + "/" + i, array.get(i));
        }
    }
}
