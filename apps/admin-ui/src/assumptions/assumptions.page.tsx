export default function AssumptionsPage() {
  return null;
}
