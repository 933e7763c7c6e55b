package io.latchkey.registration.schedule;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(ScanProperties.class)
class ScanConfiguration implements SchedulingConfigurer {

    private final ReconfirmationScan scan;
    private final RejudgingScan rejudging;
    private final ScanProperties properties;

    ScanConfiguration(ReconfirmationScan scan, RejudgingScan rejudging, ScanProperties properties) {
        this.scan = scan;
        this.rejudging = rejudging;
        this.properties = properties;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(new IntervalTask(scan::scan, properties.interval(), properties.interval()));
        registrar.addFixedDelayTask(new IntervalTask(rejudging::scan, properties.interval(), properties.interval()));
    }
}
