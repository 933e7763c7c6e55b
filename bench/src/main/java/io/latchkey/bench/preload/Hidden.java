package io.latchkey.bench.preload;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What a service shows to nobody but the framework that puts it together. */
final class Hidden {

    private Hidden() {}

    /** The one part of this type in a package that needs no more than a database. */
    static <T> T part(Class<T> type, String javaPackage, MongoDatabase database) {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(MongoDatabase.class, () -> database);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.scan(javaPackage);
        context.refresh();
        return context.getBean(type);
    }
}
