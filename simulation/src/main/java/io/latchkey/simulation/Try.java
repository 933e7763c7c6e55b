package io.latchkey.simulation;
import io.latchkey.simulation.proof.*; import io.latchkey.simulation.schedule.*; import io.latchkey.simulation.world.*;
public final class Try {
  public static void main(String[] a) {
    var run = new Run(Wiring.REAL); long base = Long.parseLong(a[0]); int n = Integer.parseInt(a[1]);
    long t0=System.nanoTime(); long steps=0, faults=0; int bad=0; var cov = new Coverage();
    var kinds = new java.util.TreeMap<String,Integer>(); var example = new java.util.TreeMap<String,String>();
    for (int i=0;i<n;i++){ long seed=Schedule.seed(base,i); var r=run.play(Schedule.of(seed)); steps+=r.world().steps(); faults+=r.world().faults(); cov.add(r.world().coverage());
      if(r.failed()){bad++; for (var v: r.violations()) { kinds.merge(v.invariant(),1,Integer::sum); example.putIfAbsent(v.invariant(), seed+": "+v.what()); } } }
    double s=(System.nanoTime()-t0)/1e9;
    System.out.printf("%d schedules %d steps %d faults %d bad, %.0f/min%n", n, steps, faults, bad, n/s*60); System.out.println(kinds); example.forEach((k,v)->System.out.println(k+" "+v));
    if (a.length>2) { if (a[2].equals("cov")) System.out.println(cov.counts()); else { var sch=new Shrinking(x->run.play(x).violations().stream().anyMatch(v->v.invariant().startsWith(a[2])), java.time.Duration.ofSeconds(30)).shrink(Schedule.of(base)); System.out.println(sch.actions().size()); run.history(sch).forEach(System.out::println);} }
  }
}
