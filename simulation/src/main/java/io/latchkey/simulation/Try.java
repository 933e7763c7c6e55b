package io.latchkey.simulation;
import io.latchkey.simulation.proof.*; import io.latchkey.simulation.schedule.*; import io.latchkey.simulation.world.*;
import java.util.*; import java.util.concurrent.atomic.*;
public final class Try {
  public static void main(String[] a) throws Exception {
    long base = Long.parseLong(a[0]); int n = Integer.parseInt(a[1]);
    long t0=System.nanoTime(); var steps=new AtomicLong(); var faults=new AtomicLong(); var bad=new AtomicInteger(); var next = new AtomicInteger();
    var kinds = new java.util.concurrent.ConcurrentSkipListMap<String,Integer>(); var example = new java.util.concurrent.ConcurrentSkipListMap<String,String>();
    var ts = new ArrayList<Thread>();
    for (int t=0;t<2;t++) ts.add(Thread.ofPlatform().start(() -> { var run = new Run(Wiring.REAL); int i;
    while((i=next.getAndIncrement())<n){ long seed=Schedule.seed(base,i); var sch=Schedule.of(seed); if (a.length>3) { sch=new Schedule(sch.actions().stream().filter(x->!a[3].contains(x.kind().name())).toList()); } var r=run.play(sch); steps.addAndGet(r.world().steps()); faults.addAndGet(r.world().faults());
      if(r.failed()){bad.incrementAndGet(); var s=new TreeSet<String>(); for (var v: r.violations()) if(s.add(v.invariant())) { kinds.merge(v.invariant(),1,Integer::sum); example.putIfAbsent(v.invariant(), seed+": "+v.what()); } } }}));
    for (var t: ts) t.join();
    double s=(System.nanoTime()-t0)/1e9;
    System.out.printf("%d schedules %d steps %d faults %d bad, %.0f/min%n", n, steps.get(), faults.get(), bad.get(), n/s*60); System.out.println(kinds); example.forEach((k,v)->System.out.println(k+" "+v));
    if (a.length>2 && !a[2].isEmpty()) { var run=new Run(Wiring.REAL); var sc=Schedule.of(base); if (a.length>3) sc=new Schedule(sc.actions().stream().filter(x->!a[3].contains(x.kind().name())).toList()); var sch=new Shrinking(x->run.play(x).violations().stream().anyMatch(v->v.invariant().startsWith(a[2])), java.time.Duration.ofSeconds(40)).shrink(sc); System.out.println(sch.actions()); run.history(sch).stream().filter(l->!l.contains("claiming DUE")).forEach(System.out::println); }
  }
}
