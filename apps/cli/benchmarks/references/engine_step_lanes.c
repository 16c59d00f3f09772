/*
 * The engine's monthly step in C with eight organisations in the lanes of a vector, as runs of one
 * organisation would lie. The file's arrays are put into lanes before time is taken.
 *
 * usage: engine_step_lanes FILE REPEATS
 * FILE: native doubles: O G B A E M S, then the arrays in the order read below.
 * Prints one JSON line: best processor time of the repeats in seconds, and the results to compare.
 */
#define _POSIX_C_SOURCE 199309L
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { CAUSES = 5, LANES = 8 };
typedef double lanes __attribute__((vector_size(LANES * sizeof(double))));

static int O, G, B, A, E, M, S, C;
static double *passes;
static lanes *headcount, *fte, *leaving, *promotion, *people, *fte_per_head, *profile, *absence, *per_fte,
    *per_head;
static double *out_headcount, *out_fte, *out_exits, *out_cost, *out_available;

static double *take(double **position, long size) {
  double *start = *position;
  *position += size;
  return start;
}

/* Arrays of size numbers for each organisation, as size vectors for each eight organisations. */
static lanes *take_lanes(double **position, long size) {
  double *start = take(position, O * size);
  lanes *all = aligned_alloc(sizeof(lanes), O / LANES * size * sizeof(lanes));
  if (!all) exit(2);
  for (long o = 0; o < O; o++)
    for (long i = 0; i < size; i++) all[o / LANES * size + i][o % LANES] = start[o * size + i];
  return all;
}

static double *zeros(long size) { return calloc(size, sizeof(double)); }

static void read_case(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file || fseek(file, 0, SEEK_END) != 0) exit(2);
  long size = ftell(file);
  rewind(file);
  double *data = malloc(size);
  if (!data || fread(data, 1, size, file) != (size_t)size) exit(2);
  fclose(file);
  O = data[0], G = data[1], B = data[2], A = data[3], E = data[4], M = data[5], S = data[6];
  C = B * A * E;
  if (O % LANES != 0) exit(2);
  double *p = data + 7;
  passes = take(&p, A);
  headcount = take_lanes(&p, G * C);
  fte = take_lanes(&p, G * C);
  leaving = take_lanes(&p, (long)G * CAUSES * M * A);
  promotion = take_lanes(&p, G * (B - 1) * M);
  people = take_lanes(&p, G * S * M);
  fte_per_head = take_lanes(&p, G * S);
  profile = take_lanes(&p, G * S * C);
  absence = take_lanes(&p, G * M);
  per_fte = take_lanes(&p, G * M * B);
  per_head = take_lanes(&p, G * M * B);
}

static lanes each(double (*function)(double), lanes x) {
  for (int lane = 0; lane < LANES; lane++) x[lane] = function(x[lane]);
  return x;
}

static void report(double *out, long g, lanes values) {
  for (int lane = 0; lane < LANES; lane++) out[(g / G * LANES + lane) * G + g % G] = values[lane];
}

/* Exits, ageing and promotion of one measure of one group; by_age receives the opening stock by age. */
static void survive(const lanes *from, lanes *to, const lanes *stay, const lanes *up, int stride,
                    lanes *by_age) {
  for (int b = 0; b < B; b++)
    for (int a = 0; a < A; a++)
      for (int e = 0; e < E; e++) {
        int i = (b * A + a) * E + e;
        lanes value = from[i] * stay[a] * (1 - passes[a]);
        if (a > 0) value += from[i - E] * stay[a - 1] * passes[a - 1];
        to[i] = value;
        by_age[a] += from[i];
      }
  for (int b = B - 2; b >= 0; b--)
    for (int i = b * A * E; i < (b + 1) * A * E; i++) {
      lanes moved = to[i] * up[b * stride];
      to[i] -= moved;
      to[i + A * E] += moved;
    }
}

/* One staff group of eight organisations. */
static void group_months(long g) {
  const lanes zero = {0}, one = zero + 1;
  lanes n[2][C], f[2][C], band_n[2][B], band_f[2][B], stay[A], root[A], share[CAUSES][A], by_age[A], unused[A];
  memcpy(n[0], headcount + g * C, sizeof n[0]);
  memcpy(f[0], fte + g * C, sizeof f[0]);
  for (int b = 0; b < B; b++) {
    band_n[0][b] = band_f[0][b] = zero;
    for (int i = b * A * E; i < (b + 1) * A * E; i++) band_n[0][b] += n[0][i], band_f[0][b] += f[0][i];
  }
  lanes all_exits = zero, cost = zero, total_n = zero, total_f = zero, mean_total = zero;
  for (int t = 0; t < M; t++) {
    int now = t & 1, next = 1 - now;
    for (int a = 0; a < A; a++) {
      lanes hazard[CAUSES];
      stay[a] = one;
      for (int c = 0; c < CAUSES; c++) {
        lanes keeps = 1 - leaving[((g * CAUSES + c) * M + t) * A + a];
        stay[a] *= keeps;
        hazard[c] = each(log, keeps);
      }
      lanes total = each(log, stay[a]);
      for (int c = 0; c < CAUSES; c++) share[c][a] = hazard[c] / total;
      root[a] = each(sqrt, stay[a]);
      by_age[a] = unused[a] = zero;
    }
    survive(n[now], n[next], stay, promotion + g * (B - 1) * M + t, M, by_age);
    survive(f[now], f[next], stay, promotion + g * (B - 1) * M + t, M, unused);
    lanes exits[A];
    for (int a = 0; a < A; a++) exits[a] = by_age[a] * (1 - stay[a]);
    for (int s = 0; s < S; s++) {
      lanes joining = people[(g * S + s) * M + t], ratio = fte_per_head[g * S + s];
      const lanes *spread = profile + (g * S + s) * C;
      for (int b = 0; b < B; b++)
        for (int a = 0; a < A; a++)
          for (int e = 0; e < E; e++) {
            int i = (b * A + a) * E + e;
            lanes joined = joining * spread[i], arrived = joined * root[a];
            n[next][i] += arrived;
            f[next][i] += arrived * ratio;
            exits[a] += joined - arrived;
          }
    }
    for (int c = 0; c < CAUSES; c++)
      for (int a = 0; a < A; a++) all_exits += exits[a] * share[c][a];
    total_n = total_f = mean_total = zero;
    for (int b = 0; b < B; b++) {
      lanes sum_n = zero, sum_f = zero;
      for (int i = b * A * E; i < (b + 1) * A * E; i++) sum_n += n[next][i], sum_f += f[next][i];
      band_n[next][b] = sum_n, band_f[next][b] = sum_f;
      lanes mean_n = (band_n[now][b] + sum_n) / 2, mean_f = (band_f[now][b] + sum_f) / 2;
      cost += mean_f * per_fte[(g * M + t) * B + b] + mean_n * per_head[(g * M + t) * B + b];
      mean_total += mean_f, total_n += sum_n, total_f += sum_f;
    }
    mean_total *= 1 - absence[g * M + t];
  }
  report(out_headcount, g, total_n), report(out_fte, g, total_f), report(out_available, g, mean_total);
  report(out_exits, g, all_exits), report(out_cost, g, cost);
}

static double now_seconds(void) {
  struct timespec at;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at);
  return at.tv_sec + at.tv_nsec * 1e-9;
}

static void print_array(const char *name, const double *values, long size) {
  printf(", \"%s\": [", name);
  for (long i = 0; i < size; i++) printf(i ? ", %.17g" : "%.17g", values[i]);
  printf("]");
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  read_case(arguments[1]);
  long groups = (long)O * G;
  out_headcount = zeros(groups), out_fte = zeros(groups), out_exits = zeros(groups);
  out_cost = zeros(groups), out_available = zeros(groups);
  double best = INFINITY;
  for (int repeat = 0; repeat < atoi(arguments[2]); repeat++) {
    double started = now_seconds();
    for (long g = 0; g < groups / LANES; g++) group_months(g);
    best = fmin(best, now_seconds() - started);
  }
  printf("{\"seconds\": %.9f", best);
  print_array("headcount", out_headcount, groups);
  print_array("fte", out_fte, groups);
  print_array("exits", out_exits, groups);
  print_array("cost", out_cost, groups);
  print_array("availableFte", out_available, groups);
  printf("}\n");
  return 0;
}
